using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
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

    private static readonly TimeSpan SayAgain = TimeSpan.FromDays(1), Patience = TimeSpan.FromMinutes(5);

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

    /// <summary>Asks the store for what breaks an invariant, and reads nothing of the many that stand.</summary>
    private async Task<IReadOnlyList<(ReportId Report, string Kind)>> FindAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var roster = await db.RosterAsync(time.GetUtcNow());
        var open = db.Reports.AsNoTracking().Where(report => Open.Contains(report.Status));
        var timeless = await open.Where(report => !db.Deadlines.Any(row => row.Report == report.Id)).Select(report => report.Id).ToListAsync(ct);
        return
        [
            .. timeless.Select(report => (report, NoDeadline)),
            .. (await StuckAsync(db, ct)).Select(report => (report, Stuck)),
            .. (await UnaskedAsync(db, open, roster, ct)).Select(report => (report, Nobody)),
            .. (await Succession.OrphansAsync(db, roster, ct)).Select(report => (report, Nobody)),
        ];
    }

    /// <summary>Deadlines that the job left behind though it ran.</summary>
    private static async Task<List<ReportId>> StuckAsync(TriageDb db, CancellationToken ct)
    {
        var met = await db.JobRuns.AsNoTracking().Where(run => run.Name == nameof(MeetDeadlines)).Select(run => run.LastSuccess).SingleOrDefaultAsync(ct);
        return met - Patience is not { } since
            ? []
            : await db.Deadlines.AsNoTracking().Where(row => row.DueAt < since && db.Reports.Any(report => report.Id == row.Report && Open.Contains(report.Status)))
                .Select(row => row.Report).Distinct().ToListAsync(ct);
    }

    /// <summary>What nobody holds and nobody who is there was asked to take; a report that has just come is routed by its deadline.</summary>
    private static Task<List<ReportId>> UnaskedAsync(TriageDb db, IQueryable<Report> open, Roster roster, CancellationToken ct)
    {
        OfficerId[] there = [.. roster.Postings.Where(held => held.Available).Select(held => held.Officer).Distinct()];
        return open.Where(report => report.Lead == null && report.Status != ReportStatus.Received
            && !db.Cards.Any(card => card.Report == report.Id && card.WithdrawnAt == null && card.Part != Part.Copy && EF.Parameter(there).Contains(card.Officer)
                && (card.OfferedAt != null // whoever was asked about the one was asked about all (policy 3.2)
                    || db.Reports.Any(speaker => speaker.Id == report.Situation && speaker.Id != report.Id && speaker.Situation == speaker.Id && speaker.Status == ReportStatus.Offered
                        && db.Cards.Any(asked => asked.Report == speaker.Id && asked.Officer == card.Officer && asked.OfferedAt != null && asked.WithdrawnAt == null)))))
            .Select(report => report.Id)
            .ToListAsync(ct);
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
