using Kentongan.Domain.Help;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>
/// Takes a conversation out of the world (domain.md 8). The key goes first: from there on every copy is noise, in backups too. The
/// counsellors' cards lose their content with the next edit and are forgotten then.
/// </summary>
public sealed class HelpEraser(HelpKeys keys, HelpWork work)
{
    public async Task EraseAsync(Unit unit, HelpId request)
    {
        keys.Destroy(request);
        await unit.Db.Set<HelpWordRow>().Where(row => row.Request == request).ExecuteDeleteAsync();
        await HelpWork.StopClockAsync(unit, request);
        await HelpContacts.EraseAsync(unit, request);
        await unit.Db.Set<HelpCardRow>().Where(row => row.Request == request && row.MessageId == null && row.FormerMessageId == null).ExecuteDeleteAsync();
        await work.RefreshAsync(unit, request);
        await unit.Db.Set<HelpRequest>().Where(row => row.Id == request).ExecuteDeleteAsync();
    }
}
