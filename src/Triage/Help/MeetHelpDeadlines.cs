using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>
/// Reminds counsellors of whoever has had no answer (domain.md 3): all of them at half the time, and when it is over all of them again, the
/// first of the roster by name, until somebody answers.
/// </summary>
public sealed class MeetHelpDeadlines(IDbContextFactory<TriageDb> contexts, Committer committer, HelpWork work, TimeProvider time) : IJob
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var due = await db.Set<HelpDeadlineRow>().AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Select(row => row.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            await committer.CommitAsync(unit => MeetAsync(unit, id), ct);
        }

        return due.Count;
    }

    private async Task MeetAsync(Unit unit, long id)
    {
        if (await unit.Db.Set<HelpDeadlineRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } deadline
            || await unit.Db.Set<HelpDeadlineRow>().Where(row => row.Id == id).ExecuteDeleteAsync() == 0
            || await HelpWork.FindAsync(unit, deadline.Request) is not { IsOpen: true, AnsweredAt: null } request)
        {
            return; // answered, erased, or met by another process
        }

        var (minutes, danger) = ((int)HelpTimers.WaitedAtLeast(request, deadline.Kind, unit.Now).TotalMinutes, request.Urgency == HelpUrgency.Danger);
        var counsellors = await HelpWork.CounsellorsAsync(unit.Db, unit.Now);
        if (deadline.Kind == HelpDeadlineKind.Remind)
        {
            await TellAsync(unit, request, request.Counsellor is { } has ? [has] : counsellors, (card, _) => new HelpNotice.Unanswered(card, minutes, danger));
            return;
        }

        if (request.Release(null) is null)
        {
            await work.RefreshAsync(unit, request.Id); // taken and not answered: anybody's again
        }

        await TellAsync(unit, request, counsellors, (card, first) => new HelpNotice.Overdue(card, minutes, danger, first));
        unit.Db.Set<HelpDeadlineRow>().Add(new HelpDeadlineRow { Request = request.Id, Kind = HelpDeadlineKind.Overdue, DueAt = HelpTimers.Again(request.Urgency, unit.Now) });
    }

    private async Task TellAsync(Unit unit, HelpRequest request, IReadOnlyList<OfficerId> counsellors, Func<long, bool, HelpNotice> notice)
    {
        foreach (var (counsellor, index) in counsellors.Select((one, index) => (one, index)))
        {
            await work.NotifyAsync(unit, request, counsellor, card => notice(card, index == 0));
        }
    }
}
