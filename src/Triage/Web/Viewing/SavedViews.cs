using Kentongan.Domain;
using Kentongan.Triage.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>Named filters, each person's own.</summary>
public sealed class SavedViews(IDbContextFactory<TriageDb> contexts, Committer committer, Randomness random)
{
    private const int Most = 20, LongestName = 40, LongestQuery = 400;

    public async Task<IReadOnlyList<SavedViewRow>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedViews.AsNoTracking().Where(row => row.Officer == viewer.Officer).OrderBy(row => row.Name).Take(Most).ToListAsync(ct);
    }

    /// <summary>A name that is there already gets the new filter. What is no filter of ours is dropped on the way.</summary>
    public Task SaveAsync(Viewer viewer, string name, string query, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            var (called, kept) = (name.Trim(), CaseFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query))).ToQuery());
            if (called.Length is 0 or > LongestName || kept.Length > LongestQuery)
            {
                return;
            }

            var own = await unit.Db.SavedViews.Where(row => row.Officer == viewer.Officer).ToListAsync();
            if (own.Find(row => row.Name == called) is { } known)
            {
                known.Query = kept;
            }
            else if (own.Count < Most)
            {
                unit.Db.SavedViews.Add(new SavedViewRow { Id = random.Id(), Officer = viewer.Officer, Name = called, Query = kept });
            }
        },
        ct);

    /// <summary>With the digest every morning, or not any more; for coordinators, who get one of the kabupaten (policy 6).</summary>
    public Task TellAsync(Viewer viewer, Guid id, bool everyMorning, CancellationToken ct) => viewer.IsCoordinator
        ? committer.CommitAsync(
            unit => unit.Db.SavedViews.Where(row => row.Id == id && row.Officer == viewer.Officer).ExecuteUpdateAsync(row => row.SetProperty(view => view.EveryMorning, everyMorning)), ct)
        : Task.CompletedTask;

    public Task DropAsync(Viewer viewer, Guid id, CancellationToken ct) =>
        committer.CommitAsync(unit => unit.Db.SavedViews.Where(row => row.Id == id && row.Officer == viewer.Officer).ExecuteDeleteAsync(), ct);
}
