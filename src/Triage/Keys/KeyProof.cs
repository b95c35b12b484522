using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Keys;

/// <summary>Proves the keys of reports, which every role needs (design 9).</summary>
public sealed class KeyProof(KeyFiles files, MasterKey master, ReportKeys reports, Committer committer, IDbContextFactory<TriageDb> contexts)
    : ProofOfKeys(files, ReportKeys.Purpose, master, reports.Wrapped, committer, contexts)
{
    private const int Newest = 200;

    private protected override IReadOnlyList<string> Others
    {
        get
        {
            master.Derive(""); // makes the key at the first start
            return [MasterKey.DerivedName];
        }
    }

    private protected override async Task<IReadOnlyList<Guid>> NewestAsync(TriageDb db, CancellationToken ct) =>
    [
        .. (await db.Reports.AsNoTracking()
            .Where(report => db.Contents.Any(content => content.Report == report.Id))
            .OrderByDescending(report => report.ReceivedAt)
            .Select(report => report.Id)
            .Take(Newest)
            .ToListAsync(ct)).Select(report => report.Value),
    ];
}
