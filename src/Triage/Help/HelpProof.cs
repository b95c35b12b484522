using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>
/// Proves the keys of help (design 9). Only a process that reads help needs them; any other runs without (threat-model 4, row 18).
/// </summary>
public sealed class HelpProof(KeyFiles files, HelpKeys keys, Committer committer, IDbContextFactory<TriageDb> contexts)
    : ProofOfKeys(files, HelpKeys.Purpose, keys.Wrapping, keys.Wrapped, committer, contexts)
{
    private const int Newest = 50;

    private protected override async Task<IReadOnlyList<Guid>> NewestAsync(TriageDb db, CancellationToken ct) =>
    [
        .. (await db.Set<HelpRequest>().AsNoTracking()
            .OrderByDescending(request => request.OpenedAt)
            .Select(request => request.Id)
            .Take(Newest)
            .ToListAsync(ct)).Select(request => request.Value),
    ];
}
