using Kentongan.Domain;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Search;

/// <param name="Searched">How many of the newest reports were opened for it.</param>
public sealed record SearchResult(IReadOnlyList<CaseLine> Found, int Searched);

/// <summary>
/// Looks for words in what people wrote. The store holds only sealed texts and no index of words, so the newest reports that the viewer may read
/// in full are opened one by one in memory; the words themselves are neither kept nor audited.
/// </summary>
public sealed class StorySearch(IDbContextFactory<TriageDb> contexts, ReportVault vault, BoardQueries board, Committer committer, AuditLog audit)
{
    private const int Newest = 400;

    public async Task<SearchResult> FindAsync(Viewer viewer, string words, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var newest = await VisibleReports.For(db, viewer).OrderByDescending(report => report.ReceivedAt).Take(Newest)
            .Select(report => new { report.Id, report.CaseNumber }).ToListAsync(ct);
        var ids = newest.Select(report => report.Id).ToList();
        var less = await VisibleReports.TiersAsync(db, viewer, db.Reports.Where(report => ids.Contains(report.Id)).Select(report => report.Id), ct);
        var readable = newest.Where(report => !less.ContainsKey(report.Id)).ToList();
        var texts = await TextsAsync(db, [.. readable.Select(report => report.Id)], ct);
        var numbers = readable.Where(report => texts[report.Id].Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))).Select(report => report.CaseNumber)
            .Concat(newest.Where(report => report.CaseNumber.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(report => report.CaseNumber))
            .ToHashSet();
        await committer.CommitAsync(unit => audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Searched, $"{readable.Count}"), ct);
        return new SearchResult(await board.OfAsync(viewer, [.. numbers], ct), readable.Count);
    }

    private async Task<ILookup<ReportId, string>> TextsAsync(TriageDb db, List<ReportId> ids, CancellationToken ct)
    {
        var contents = await db.Contents.AsNoTracking().Where(row => ids.Contains(row.Report)).ToListAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(row => ids.Contains(row.Report)).Select(row => new { row.Report, row.SealedText }).ToListAsync(ct);
        var notes = await db.Facts.AsNoTracking().Where(row => ids.Contains(row.Report) && row.SealedText != null).Select(row => new { row.Report, SealedText = row.SealedText! }).ToListAsync(ct);
        return contents.SelectMany(row => (vault.OpenContent(row.Report, row.Sealed)?.Story ?? []).Select(text => (row.Report, Text: text)))
            .Concat(from row in messages.Concat(notes) let text = vault.OpenText(row.Report, row.SealedText) where text is not null select (row.Report, Text: text))
            .ToLookup(pair => pair.Report, pair => pair.Text);
    }
}
