using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Retention;

/// <summary>A help conversation that has had its time. Nothing here says what was in it.</summary>
public sealed record EndedHelp(HelpId Request, HelpStatus Status, DateTimeOffset EndedAt, int Words);

/// <summary>
/// Erases help conversations 90 days after the referral or the closing (domain.md 8), or after so long a silence, and contacts whose time is
/// over.
/// </summary>
public sealed class EraseOldHelp(IDbContextFactory<TriageDb> contexts, Committer committer, HelpEraser eraser, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(1);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        foreach (var ended in due)
        {
            await committer.CommitAsync(unit => eraser.EraseAsync(unit, ended.Request), ct);
        }

        return due.Count + await committer.CommitAsync(TidyAsync, ct);
    }

    /// <summary>What a run would erase now: the dry run.</summary>
    public async Task<IReadOnlyList<EndedHelp>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = time.GetUtcNow() - Kept;
        var due = await db.Set<HelpRequest>().AsNoTracking()
            .Where(request => (request.EndedAt ?? request.LastWordAt) <= before)
            .Select(request => new { request.Id, request.Status, EndedAt = request.EndedAt ?? request.LastWordAt, Words = db.Set<HelpWordRow>().Count(word => word.Request == request.Id) })
            .ToListAsync(ct);
        return [.. due.OrderBy(one => one.EndedAt).Select(one => new EndedHelp(one.Id, one.Status, one.EndedAt, one.Words))];
    }

    /// <summary>Contacts whose time is over, and cards of erased conversations that could not be emptied.</summary>
    private static async Task<int> TidyAsync(Unit unit)
    {
        var contacts = await unit.Db.Set<HelpContactRow>().Where(row => row.ExpiresAt <= unit.Now).ExecuteDeleteAsync();
        if (await unit.Db.Outbox.AnyAsync(row => row.Kind == OutboxKind.HelpCard))
        {
            return contacts; // some may still be on their way
        }

        var old = unit.Now - CardsKept;
        return contacts + await unit.Db.Set<HelpCardRow>()
            .Where(row => row.CreatedAt <= old && !unit.Db.Set<HelpRequest>().Any(request => request.Id == row.Request))
            .ExecuteDeleteAsync();
    }
}
