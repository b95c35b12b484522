using Kentongan.Domain;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Search;

/// <summary>Opens everything that people wrote in some reports. What is shredded has no texts.</summary>
public sealed class SealedTexts(ReportVault vault)
{
    public async Task<ILookup<ReportId, string>> OfAsync(TriageDb db, IReadOnlyCollection<ReportId> reports, CancellationToken ct)
    {
        var contents = await db.Contents.AsNoTracking().Where(row => reports.Contains(row.Report)).ToListAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(row => reports.Contains(row.Report)).Select(row => new { row.Report, row.SealedText }).ToListAsync(ct);
        var notes = await db.Facts.AsNoTracking().Where(row => reports.Contains(row.Report) && row.SealedText != null).Select(row => new { row.Report, SealedText = row.SealedText! }).ToListAsync(ct);
        return contents.SelectMany(row => (vault.OpenContent(row.Report, row.Sealed)?.Story ?? []).Select(text => (row.Report, Text: text)))
            .Concat(from row in messages.Concat(notes) let text = vault.OpenText(row.Report, row.SealedText) where text is not null select (row.Report, Text: text))
            .ToLookup(pair => pair.Report, pair => pair.Text);
    }
}
