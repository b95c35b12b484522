using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Bulk;

/// <summary>
/// Deeds that nothing brings back once they are done (cards that reach officers, an end that the resident reads) wait a while in the store, and
/// can be taken back as long. They survive a restart; the job <see cref="Jobs.DoHeldDeeds"/> does what is due.
/// </summary>
public sealed class HeldDeeds(Committer committer, CaseDesk desk, ReportVault vault, AuditLog audit, Randomness random)
{
    /// <summary>So long a deed can be taken back before it takes effect.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    /// <summary>What is urgent does not wait to be offered (policy 2: an emergency never waits).</summary>
    public static bool IsHeld(ReportAction action, Priority priority) => action != ReportAction.Offer || priority >= Priority.P2;

    /// <summary>Holds what is to be done; what is urgent is done at once. A case that has moved on, or is held already, is left out.</summary>
    /// <returns>How many were held or done.</returns>
    public async Task<int> HoldAsync(Viewer viewer, ReportAction action, IReadOnlyList<(string Number, int Version)> chosen, string? reason, CancellationToken ct)
    {
        var held = await committer.CommitAsync(unit => HoldAsync(unit, viewer, action, chosen, reason), ct);
        foreach (var row in held.Where(row => row.AtOnce))
        {
            await DoAsync(row.Id, ct);
        }

        return held.Count;
    }

    /// <summary>Takes back what has not been done yet: one deed, or all of a batch.</summary>
    public Task<int> TakeBackAsync(Viewer viewer, Guid id, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            var waiting = await unit.Db.HeldDeeds.AsNoTracking()
                .Where(row => row.Officer == viewer.Officer && row.State == HeldDeedState.Held && (row.Id == id || row.Batch == id))
                .OrderBy(row => row.Id)
                .Take(BulkDesk.Most)
                .ToListAsync();
            var taken = 0;
            foreach (var row in waiting)
            {
                if (await EndAsync(unit, row.Id, HeldDeedState.TakenBack))
                {
                    var number = await unit.Db.Reports.Where(report => report.Id == row.Report).Select(report => report.CaseNumber).SingleAsync();
                    await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, $"{number} TakeBack {row.Action}");
                    taken++;
                }
            }

            return taken;
        },
        ct);

    /// <summary>Does one deed, once, whichever process is first.</summary>
    public Task<bool> DoAsync(Guid id, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            var row = await unit.Db.HeldDeeds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.DueAt <= unit.Now);
            if (row is null || !await EndAsync(unit, id, HeldDeedState.Done))
            {
                return false;
            }

            var done = await Viewers.FindAsync(unit.Db, row.Officer, unit.Now) is { IsCoordinator: true } viewer
                && await unit.Db.Reports.Where(report => report.Id == row.Report).Select(report => report.CaseNumber).SingleOrDefaultAsync() is { } number
                && await desk.DoAsync(unit, viewer, number, CommandOf(row)) is Outcome<ReportFact>.Done;
            if (!done)
            {
                await unit.Db.HeldDeeds.Where(one => one.Id == id).ExecuteUpdateAsync(one => one.SetProperty(r => r.State, HeldDeedState.NotDone));
            }

            return done;
        },
        ct);

    private async Task<IReadOnlyList<(Guid Id, bool AtOnce)>> HoldAsync(
        Unit unit, Viewer viewer, ReportAction action, IReadOnlyList<(string Number, int Version)> chosen, string? reason)
    {
        if (NeedsReason(action) && (reason is null || LinkCheck.Finds(reason)))
        {
            return [];
        }

        var rows = new List<(Guid, bool)>();
        var batch = random.Id();
        foreach (var (number, version) in chosen.DistinctBy(one => one.Number).Take(BulkDesk.Most))
        {
            var report = await VisibleReports.For(unit.Db, viewer).Where(one => one.CaseNumber == number)
                .Select(one => new { one.Id, one.Version, one.Priority }).SingleOrDefaultAsync();
            if (report is null || report.Version != version
                || await unit.Db.HeldDeeds.AnyAsync(row => row.Report == report.Id && row.State == HeldDeedState.Held))
            {
                continue;
            }

            var atOnce = !IsHeld(action, report.Priority);
            var row = new HeldDeedRow
            {
                Id = random.Id(),
                Batch = batch,
                Officer = viewer.Officer,
                Report = report.Id,
                Action = action,
                Version = version,
                SealedReason = NeedsReason(action) ? vault.SealText(report.Id, reason!) : null,
                DueAt = atOnce ? unit.Now : unit.Now + Window,
                State = HeldDeedState.Held,
            };
            unit.Db.HeldDeeds.Add(row);
            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Acted, $"{number} Hold {action}");
            rows.Add((row.Id, atOnce));
        }

        return rows;
    }

    public static bool NeedsReason(ReportAction action) => action is ReportAction.Quarantine or ReportAction.Dismiss;

    private CaseCommand CommandOf(HeldDeedRow row) => new(
        row.Action, row.Version, row.SealedReason is { } reason ? vault.OpenText(row.Report, reason) : null, Outcome: ReportOutcome.InsufficientInformation);

    /// <summary>One of doing and taking back wins, whatever process they come from; the words go either way.</summary>
    private static async Task<bool> EndAsync(Unit unit, Guid id, HeldDeedState state) =>
        await unit.Db.HeldDeeds.Where(row => row.Id == id && row.State == HeldDeedState.Held)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, state).SetProperty(r => r.SealedReason, (byte[]?)null)) == 1;
}
