using Kentongan.Domain;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Search;

/// <param name="Found">The newest of those that hold the words.</param>
/// <param name="More">There may be others, older ones.</param>
/// <param name="Since">Reports before it have not been read yet; null where all have been.</param>
public sealed record SearchResult(IReadOnlyList<CaseLine> Found, bool More, DateTimeOffset? Since);

/// <summary>
/// Looks for words in what people wrote. The store holds only sealed texts and no index of words; <see cref="ReportMarks"/> says in memory which
/// may fit, and these alone are opened, if the viewer may read them in full. The words themselves are neither kept nor audited.
/// </summary>
public sealed class StorySearch(
    IDbContextFactory<TriageDb> contexts, ReportMarks marks, SealedTexts texts, BoardQueries board, Committer committer, AuditLog audit)
{
    private const int MostFound = 50, MostOpened = 1000, AtOnce = 100, NumberLength = 7;

    public async Task<SearchResult> FindAsync(Viewer viewer, string words, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visible = VisibleReports.For(db, viewer);
        var few = viewer.IsCoordinator || viewer.IsAuditor ? null : (await visible.Select(report => report.Id).ToListAsync(ct)).ToHashSet();
        var (marked, since) = await marks.FindAsync(words, few, ct);
        var candidates = viewer.SeesAll || few is not null ? marked : await VisibleAsync(visible, marked, ct);
        var numbers = words.Length <= NumberLength && words.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? await ByNumberAsync(viewer, visible, words.ToUpperInvariant(), ct)
            : [];
        var opened = 0;
        foreach (var some in candidates.Take(MostOpened).Chunk(AtOnce))
        {
            if (viewer.KnowsMinutes && numbers.Count >= MostFound) // for the others the fifty are chosen by what they know of the time
            {
                break;
            }

            opened += some.Length;
            numbers.UnionWith(await ReadAsync(db, viewer, visible, some, words, ct));
        }

        await committer.CommitAsync(unit => audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Searched, $"{Math.Min(numbers.Count, MostFound)}"), ct);
        var found = await board.OfAsync(viewer, [.. numbers], ct);
        return new SearchResult([.. found.Take(MostFound)], found.Count > MostFound || opened < candidates.Count, since);
    }

    /// <summary>In their order, those that the viewer may know of: how many were looked through would tell of the others (policy 5.4).</summary>
    private static async Task<IReadOnlyList<ReportId>> VisibleAsync(IQueryable<Domain.Reports.Report> visible, IReadOnlyList<ReportId> marked, CancellationToken ct)
    {
        var known = new List<ReportId>();
        foreach (var some in marked.Chunk(MostOpened))
        {
            var there = (await visible.Where(report => some.Contains(report.Id)).Select(report => report.Id).ToListAsync(ct)).ToHashSet();
            known.AddRange(some.Where(there.Contains));
            if (known.Count > MostOpened)
            {
                break; // no more than that are opened
            }
        }

        return known;
    }

    private static async Task<HashSet<string>> ByNumberAsync(Viewer viewer, IQueryable<Domain.Reports.Report> visible, string part, CancellationToken ct)
    {
        var named = visible.Where(report => report.CaseNumber.Contains(part));
        var first = viewer.KnowsMinutes ? named.OrderByDescending(report => report.ReceivedAt) : named.OrderBy(report => report.CaseNumber);
        return [.. await first.Take(MostFound).Select(report => report.CaseNumber).ToListAsync(ct)];
    }

    private async Task<IEnumerable<string>> ReadAsync(
        TriageDb db, Viewer viewer, IQueryable<Domain.Reports.Report> visible, ReportId[] some, string words, CancellationToken ct)
    {
        var seen = await visible.Where(report => some.Contains(report.Id)).Select(report => new { report.Id, report.CaseNumber }).ToListAsync(ct);
        var less = await VisibleReports.TiersAsync(db, viewer, some, ct);
        var readable = seen.Where(report => !less.ContainsKey(report.Id)).ToList();
        var written = await texts.OfAsync(db, [.. readable.Select(report => report.Id)], ct);
        return readable.Where(report => written[report.Id].Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))).Select(report => report.CaseNumber);
    }
}
