using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>A seat that has a card of the case: who holds it, whether they were reached, what they said.</summary>
public sealed record SeatLine(
    OfficerId Officer, string Name, string Seat, Part Part, AudienceTier Tier, DateTimeOffset? OfferedAt, DateTimeOffset? ReachedAt, DateTimeOffset? WithdrawnAt, bool Unreachable, bool IsLead);

/// <summary>One line of the timeline: a fact, or a notification with what became of it (policy 1.6).</summary>
/// <param name="Text">What an officer wrote, opened with the report's key; null where nothing was written or it is not for this viewer.</param>
public sealed record TimelineLine(DateTimeOffset At, ReportFact? Fact, string? Who, string? Text, string? Notification, string? Outcome);

/// <summary>A question, an answer or an addition (policy 5.8).</summary>
public sealed record TalkLine(DateTimeOffset At, bool FromOfficer, string? Seat, bool Waiting, string Text);

/// <summary>Everything that the viewer may see of one case.</summary>
/// <param name="Story">Null where the tier does not allow it, or the content has been shredded.</param>
/// <param name="Writers">Names of the colleagues who are writing on it just now.</param>
/// <param name="Card">The viewer's own card, through which an officer acts; null for coordinator and auditor without one.</param>
public sealed record CaseView(
    Report Report,
    Subcategory Kind,
    AudienceTier Tier,
    IReadOnlyList<string>? Story,
    Coordinates? Pin,
    IReadOnlyList<EvidenceRef> Evidence,
    IReadOnlyList<SeatLine> Seats,
    IReadOnlyList<TimelineLine> Timeline,
    IReadOnlyList<TalkLine> Talk,
    IReadOnlyList<Deadline> Deadlines,
    string? Resolution,
    long? Card,
    IReadOnlyList<string> Writers)
{
    /// <summary>Which the lowest tier does not learn.</summary>
    public DesaCode? Desa => Tier == AudienceTier.Agregat ? null : Report.Desa;
}

/// <summary>Reads one case within what the viewer may see; what they may not see does not exist.</summary>
public sealed class CaseQueries(IDbContextFactory<TriageDb> contexts, Configuration.Jurisdiction jurisdiction, ReportVault vault, TimeProvider time)
{
    private const int MostLines = 400;

    public async Task<CaseView?> FindAsync(Viewer viewer, string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await VisibleReports.For(db, viewer).SingleOrDefaultAsync(one => one.CaseNumber == number, ct) is not { } report)
        {
            return null;
        }

        var seats = await SeatsAsync(db, report, ct);
        var own = await db.Cards.AsNoTracking().SingleOrDefaultAsync(card => card.Report == report.Id && card.Officer == viewer.Officer, ct);
        var tier = viewer.IsCoordinator || viewer.IsAuditor || report.Lead == viewer.Officer ? AudienceTier.Full : own?.Tier ?? AudienceTier.Agregat;
        var full = tier == AudienceTier.Full;
        var content = full ? await vault.ReadContentAsync(db, report.Id, ct) : null;
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.Report == report.Id).OrderBy(fact => fact.Sequence).Take(MostLines).ToListAsync(ct);
        var resolution = facts.LastOrDefault(fact => fact.Action == ReportAction.ProposeResolution)?.SealedText;
        return new CaseView(
            report,
            jurisdiction.Programmes.Find(report.Category)!,
            tier,
            content?.Story,
            content?.Pin,
            content?.Evidence ?? [],
            seats,
            [.. Timeline(report, facts, await NotificationsAsync(db, report.Id, ct), seats, full).OrderBy(line => line.At)],
            full ? await TalkAsync(db, report.Id, ct) : [],
            [.. (await db.Deadlines.AsNoTracking().Where(row => row.Report == report.Id).OrderBy(row => row.DueAt).Take(20).ToListAsync(ct))
                .Select(row => new Deadline(row.Kind, row.DueAt, row.Step))],
            resolution is null ? null : vault.OpenText(report.Id, resolution),
            own is { OfferedAt: not null } ? own.Id : null,
            await CaseWriters.OthersAsync(db, viewer, report.Id, time.GetUtcNow(), ct));
    }

    private static async Task<IReadOnlyList<SeatLine>> SeatsAsync(TriageDb db, Report report, CancellationToken ct)
    {
        var rows = await (
            from card in db.Cards.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on card.Officer equals officer.Id
            where card.Report == report.Id
            orderby card.Part, card.CreatedAt
            select new { card, officer.Name, officer.UnreachableSince }).Take(100).ToListAsync(ct);
        return [.. rows.Select(row => new SeatLine(
            row.card.Officer, row.Name, row.card.Seat, row.card.Part, row.card.Tier, row.card.OfferedAt, row.card.ReachedAt, row.card.WithdrawnAt,
            row.UnreachableSince is not null, report.Lead == row.card.Officer))];
    }

    private IEnumerable<TimelineLine> Timeline(
        Report report, IEnumerable<ReportFact> facts, IEnumerable<(DateTimeOffset At, OfficerId Officer, string Kind, string Outcome)> notifications, IReadOnlyList<SeatLine> seats, bool full)
    {
        var names = seats.DistinctBy(seat => seat.Officer).ToDictionary(seat => seat.Officer, seat => seat.Name);
        foreach (var fact in facts)
        {
            yield return new TimelineLine(
                fact.At,
                fact,
                fact.Officer is { } officer ? names.GetValueOrDefault(officer) : null,
                full && fact.SealedText is { } text ? vault.OpenText(report.Id, text) : null,
                null,
                null);
        }

        // What went to several at once is one line, or the timeline would be mostly deliveries.
        foreach (var same in notifications.GroupBy(one => (Minute: one.At.UtcTicks / TimeSpan.TicksPerMinute, one.Kind, one.Outcome)))
        {
            var who = same.Select(one => names.GetValueOrDefault(one.Officer)).OfType<string>().Distinct();
            yield return new TimelineLine(same.Max(one => one.At), null, string.Join(", ", who), null, same.Key.Kind, same.Key.Outcome);
        }
    }

    private static async Task<IReadOnlyList<(DateTimeOffset At, OfficerId Officer, string Kind, string Outcome)>> NotificationsAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        [.. (await db.Notifications.AsNoTracking().Where(row => row.Report == report).OrderBy(row => row.At).Take(MostLines).ToListAsync(ct))
            .Select(row => (row.At, row.Officer, row.Kind, row.Outcome))];

    private async Task<IReadOnlyList<TalkLine>> TalkAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        [.. from row in await db.Messages.AsNoTracking().Where(message => message.Report == report).OrderBy(message => message.At).Take(MostLines).ToListAsync(ct)
            let text = vault.OpenText(report, row.SealedText)
            where text is not null
            select new TalkLine(row.At, row.Officer is not null, row.Seat, row.Open, text)];
}
