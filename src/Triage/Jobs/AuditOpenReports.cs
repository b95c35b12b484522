using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Proves the two invariants of policy 1.3 over every open report: somebody answers for it or was asked to, and a deadline lies ahead.
/// What breaks one is put right where it can be, told to the coordinator and counted.
/// </summary>
public sealed class AuditOpenReports(
    IDbContextFactory<TriageDb> contexts, Committer committer, Succession succession, RouteReport routing, MeetDuties duties, TimeProvider time) : IJob
{
    /// <summary>Kinds of findings, as they are stored.</summary>
    public const string Nobody = "nobody", NoDeadline = "deadline", Stuck = "stuck";

    private static readonly ReportStatus[] Open = Lifecycle.OpenStatuses;

    private static readonly TimeSpan SayAgain = TimeSpan.FromDays(1);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var found = await FindAsync(ct);
        var counted = 0;
        foreach (var (report, kind) in found)
        {
            counted += await committer.CommitAsync(unit => RescueAsync(unit, report, kind), ct);
        }

        return counted;
    }

    private async Task<IReadOnlyList<(ReportId Report, string Kind)>> FindAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var roster = await db.RosterAsync(now);
        var there = roster.Postings.Where(held => held.Available).Select(held => held.Officer).ToHashSet();
        var reports = await db.Reports.AsNoTracking().Where(report => Open.Contains(report.Status))
            .Select(report => new { report.Id, report.Status, report.Lead, report.LeadSeat, report.Kecamatan, report.BorderKecamatan }).ToListAsync(ct);
        var next = await db.Deadlines.AsNoTracking().GroupBy(row => row.Report)
            .Select(group => new { group.Key, First = group.Min(row => row.DueAt), Last = group.Max(row => row.DueAt) }).ToDictionaryAsync(row => row.Key, ct);
        var met = await db.JobRuns.AsNoTracking().Where(run => run.Name == nameof(MeetDeadlines)).Select(run => run.LastSuccess).SingleOrDefaultAsync(ct);
        var speaking = db.Reports.Where(speaker => speaker.Situation == speaker.Id && speaker.Status == ReportStatus.Offered).Select(speaker => (ReportId?)speaker.Id);
        var asked = await (
            from card in db.Cards.AsNoTracking()
            join report in db.Reports.AsNoTracking() on card.Report equals report.Id
            where Open.Contains(report.Status) && report.Lead == null && card.WithdrawnAt == null && card.Part != Part.Copy
                && (card.OfferedAt != null || speaking.Contains(report.Situation)) // whoever was asked about the one was asked about all (policy 3.2)
            select new { card.Report, card.Officer }).ToListAsync(ct);
        var answered = asked.Where(card => there.Contains(card.Officer)).Select(card => card.Report).ToHashSet();
        return
        [
            .. from report in reports
               where !next.ContainsKey(report.Id)
               select (report.Id, NoDeadline),
            .. from report in reports
               where next.TryGetValue(report.Id, out var row) && met is { } ran && ran - row.First > TimeSpan.FromMinutes(5) // it ran, and could not
               select (report.Id, Stuck),
            .. from report in reports
               where report.Status != ReportStatus.Received // its deadline routes it
                   && !(report.Lead is null ? answered.Contains(report.Id) : Succession.IsHeld(report.Lead, report.LeadSeat, report.Kecamatan, report.BorderKecamatan, roster))
               select (report.Id, Nobody),
        ];
    }

    /// <returns>1 where it was not found within the last day already.</returns>
    private async Task<int> RescueAsync(Unit unit, ReportId id, string kind)
    {
        if (await CaseWork.FindAsync(unit, id) is not { IsOpen: true } report)
        {
            return 0;
        }

        switch (kind)
        {
            case NoDeadline when !await unit.Db.Deadlines.AnyAsync(row => row.Report == id):
                unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(KindFor(report.Status), unit.Now)));
                break;
            case Nobody when report.Lead is not null:
                await succession.HandOnAsync(unit, report);
                break;
            case Nobody:
                await AskAgainAsync(unit, report);
                break;
            case NoDeadline:
                return 0; // another process was quicker
        }

        var since = unit.Now - SayAgain;
        if (await unit.Db.Findings.AnyAsync(row => row.Report == id && row.Kind == kind && row.At > since))
        {
            return 0;
        }

        unit.Db.Findings.Add(new FindingRow { Report = id, Kind = kind, At = unit.Now });
        await duties.TellCoordinatorsAsync(unit, report, new Notice.Found(report.CaseNumber));
        return 1;
    }

    /// <summary>Offered anew to whoever is there now; on a desk that lost its holder, to the present one.</summary>
    private async Task AskAgainAsync(Unit unit, Report report)
    {
        if (report.Status == ReportStatus.Offered)
        {
            if (report.IsSpokenFor)
            {
                report.Join(null); // nobody who could accept was asked about its speaker (policy 3.2)
            }

            await routing.DealAgainAsync(unit, report);
        }
        else
        {
            await routing.DealToDeskAsync(unit, report);
        }
    }

    private static DeadlineKind KindFor(ReportStatus status) => status switch
    {
        ReportStatus.Received => DeadlineKind.Route,
        ReportStatus.Screening => DeadlineKind.ScreeningDue,
        ReportStatus.Offered => DeadlineKind.Level3,
        ReportStatus.Referred => DeadlineKind.ReferralDue,
        ReportStatus.ResolutionProposed => DeadlineKind.VerifyDue,
        _ => DeadlineKind.ResolveDue,
    };
}
