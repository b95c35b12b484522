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
        var contents = await db.Contents.AsNoTracking().Where(row => reports.Contains(row.Report)).Select(row => new { row.Report, row.Sealed }).ToListAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(row => reports.Contains(row.Report)).Select(row => new { row.Report, Sealed = row.SealedText }).ToListAsync(ct);
        var notes = await db.Facts.AsNoTracking().Where(row => reports.Contains(row.Report) && row.SealedText != null).Select(row => new { row.Report, Sealed = row.SealedText! }).ToListAsync(ct);
        return vault.OpenAll([.. contents.Select(row => (row.Report, row.Sealed))], [.. messages.Concat(notes).Select(row => (row.Report, row.Sealed))])
            .ToLookup(pair => pair.Report, pair => pair.Text);
    }
}
