using System.Globalization;
using Kentongan.Bot.Delivery;
using Kentongan.Domain;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Telegram;

/// <summary>Sets the command menu of an officer's chat as their seats ask: after binding, when seats change, and for all when the lists have changed.</summary>
internal sealed class OfficerCommands(TelegramDelivery telegram, OutboxWriter outbox, TimeProvider time)
{
    /// <summary>Raise it whenever a list of <see cref="CommandMenus"/> changes: each officer is then told anew at the next start.</summary>
    private const int Version = 1;

    private const string Told = "officer-commands";

    public async Task QueueAllAsync(Unit unit)
    {
        if (!await unit.NoteAsync(Told, Version.ToString(CultureInfo.InvariantCulture)))
        {
            return;
        }

        foreach (var officer in await unit.Db.Officers.Where(row => row.Chat != null && row.RemovedAt == null).Select(row => row.Id).ToListAsync())
        {
            await outbox.QueueMenuAsync(unit, officer);
        }
    }

    /// <param name="officer">Null for a chat whose officer has left.</param>
    public async Task<Delivered> DeliverAsync(TriageDb db, OfficerId? officer, long chat, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await telegram.SetCommandsAsync(
            chat,
            CommandMenus.For(await db.Postings.AsNoTracking()
                .Where(row => row.Officer == officer && row.From <= now && (row.To == null || row.To > now))
                .Select(row => row.Seat).Distinct().ToListAsync(ct)),
            ct);
    }
}
