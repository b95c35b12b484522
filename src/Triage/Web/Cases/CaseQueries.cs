using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>Reads one case within what the viewer may see; what they may not see does not exist.</summary>
public sealed class CaseQueries(
    IDbContextFactory<TriageDb> contexts, Configuration.Jurisdiction jurisdiction, ReportVault vault, CaseTimeline timeline, ClusterQueries clusters, TimeProvider time)
{
    private const int MostFacts = 400;

    public async Task<CaseView?> FindAsync(Viewer viewer, string number, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await VisibleReports.For(db, viewer).SingleOrDefaultAsync(one => one.CaseNumber == number, ct) is not { } report)
        {
            return null;
        }

        var seats = await SeatsAsync(db, report, now, ct);
        var names = seats.DistinctBy(seat => seat.Officer).ToDictionary(seat => seat.Officer, seat => seat.Name);
        var own = await db.Cards.AsNoTracking().SingleOrDefaultAsync(card => card.Report == report.Id && card.Officer == viewer.Officer, ct);
        var desk = CaseChoices.DeskOf(report, own, viewer, now);
        var tier = viewer.IsCoordinator || viewer.IsAuditor || report.Lead == viewer.Officer ? AudienceTier.Full : own?.Tier ?? AudienceTier.Agregat;
        var full = tier == AudienceTier.Full;
        var content = full ? await vault.ReadContentAsync(db, report.Id, ct) : null;
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id).OrderBy(fact => fact.Sequence).Take(MostFacts).ToListAsync(ct);
        var resolution = facts.LastOrDefault(fact => fact.Action == ReportAction.ProposeResolution)?.SealedText;
        var proof = content?.Proof ?? [];
        return new CaseView(
            report,
            jurisdiction.Programmes.Find(report.Category)!,
            tier,
            content?.Story,
            content?.Pin,
            [.. content?.Evidence ?? [], .. proof],
            seats,
            await timeline.ReadAsync(db, report, facts, names, full, ct),
            [.. (await db.Deadlines.AsNoTracking().Where(row => row.Report == report.Id).OrderBy(row => row.DueAt).Take(20).ToListAsync(ct))
                .Select(row => new Deadline(row.Kind, row.DueAt, row.Step))],
            resolution is null ? null : vault.OpenText(report.Id, resolution),
            desk,
            await CaseWriters.OthersAsync(db, viewer, report.Id, now, ct))
        {
            Cluster = await clusters.ReadAsync(db, report, tier, ct),
            Alike = desk is null ? [] : [.. (await MergeReports.CandidatesAsync(db, desk)).Select(Line)],
            ReferredTo = report.ReferredTo is { } code ? jurisdiction.Kabupaten.ReferralBodies.FirstOrDefault(body => body.Code == code)?.Name ?? code : null,
            Held = viewer.IsCoordinator ? await HeldAsync(db, report, ct) : null,
            ProofCount = proof.Count,
            MergedInto = report.MergedInto is { } into ? await VisibleReports.For(db, viewer).Where(one => one.Id == into).Select(one => one.CaseNumber).SingleOrDefaultAsync(ct) : null,
        };
    }

    private static Task<HeldOnCase?> HeldAsync(TriageDb db, Report report, CancellationToken ct) => (
        from held in db.HeldDeeds.AsNoTracking()
        join officer in db.Officers.AsNoTracking() on held.Officer equals officer.Id
        where held.Report == report.Id && held.State == HeldDeedState.Held
        select new HeldOnCase(held.Action, officer.Name, held.DueAt)).FirstOrDefaultAsync(ct);

    private static AlikeLine Line(LikeReport like) => new(
        like.Report.CaseNumber, like.Report.Category, like.Report.Kecamatan, like.Report.Desa, like.Report.Priority, like.Report.Status, like.Report.ReceivedAt, like.Merged);

    private static async Task<IReadOnlyList<SeatLine>> SeatsAsync(TriageDb db, Report report, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await (
            from card in db.Cards.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on card.Officer equals officer.Id
            where card.Report == report.Id
            orderby card.Part, card.CreatedAt, card.Seat, officer.Name
            select new
            {
                card,
                officer.Name,
                officer.UnreachableSince,
                Away = db.Absences.Any(absence => absence.Officer == officer.Id && absence.From <= now && absence.To > now),
                Delivery = db.Notifications.Where(row => row.Report == report.Id && row.Officer == officer.Id).OrderByDescending(row => row.Id).Select(row => row.Outcome).FirstOrDefault(),
            }).Take(100).ToListAsync(ct);
        return [.. rows.Select(row => new SeatLine(
            row.card.Officer, row.Name, row.card.Seat, row.card.Part, row.card.Tier, row.card.OfferedAt, row.card.ReachedAt, row.card.WithdrawnAt,
            row.UnreachableSince is not null, row.Away, report.Lead == row.card.Officer, row.Delivery))];
    }
}
