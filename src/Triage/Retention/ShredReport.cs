using Kentongan.Domain;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Retention;

/// <summary>
/// Makes one report unreadable for good; its row and its facts stay as numbers. The key goes first: from there on every copy of the
/// content is noise, in backups too, and whatever a crash leaves is tidied by the next run, since only the last step takes the mark.
/// </summary>
public sealed class ShredReport(EndedReports ended, ReportKeys keys, EvidenceStore evidence, CaseWork work)
{
    /// <returns>False where the report is not due (any more): somebody took it up again, or another process was quicker.</returns>
    public async Task<bool> HandleAsync(Unit unit, ReportId id)
    {
        if (!await ended.IsDueAsync(unit.Db, id, unit.Now) || await CaseWork.FindAsync(unit, id) is not { } report)
        {
            return false;
        }

        keys.Destroy(id);
        foreach (var piece in await unit.Db.Evidence.Where(row => row.Report == id).Select(row => row.Id).ToListAsync())
        {
            evidence.Delete(piece);
        }

        await unit.Db.Evidence.Where(row => row.Report == id).ExecuteDeleteAsync();
        await unit.Db.Messages.Where(row => row.Report == id).ExecuteDeleteAsync();
        await unit.Db.ReporterDeeds.Where(row => row.Report == id).ExecuteDeleteAsync();
        await unit.Db.Facts.Where(fact => fact.Report == id && fact.SealedText != null)
            .ExecuteUpdateAsync(fact => fact.SetProperty(row => row.SealedText, (byte[]?)null));
        await unit.Db.Contents.Where(row => row.Report == id).ExecuteDeleteAsync();
        await work.RefreshCardsAsync(unit, report); // what stands in officers' chats is emptied as well
        return true;
    }
}
