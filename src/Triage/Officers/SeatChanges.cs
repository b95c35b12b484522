using System.Globalization;
using Kentongan.Domain;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <summary>
/// Sets the command menu of an officer's chat anew when their seats have changed, whoever changed them and also where nobody did: a seat
/// that was given until a day ends by itself (policy 4.3).
/// </summary>
public sealed class SeatChanges(OutboxWriter outbox)
{
    /// <summary>Up to when changes were looked at, in ticks.</summary>
    private const string Seen = "seats-seen";

    /// <returns>True where a unit has something to do.</returns>
    public static async Task<bool> AnyAsync(TriageDb db, DateTimeOffset now, CancellationToken ct) =>
        await SinceAsync(db, ct) is not { } since || await Changed(db, since, now).AnyAsync(ct);

    /// <returns>How many menus are set anew.</returns>
    public async Task<int> TellAsync(Unit unit)
    {
        var since = await SinceAsync(unit.Db, CancellationToken.None);
        var officers = since is { } from ? await Changed(unit.Db, from, unit.Now).ToListAsync() : []; // at first the start has told everybody
        foreach (var officer in officers)
        {
            await outbox.QueueMenuAsync(unit, officer);
        }

        foreach (var officer in since is { } before ? await Ended(unit.Db, before, unit.Now).ToListAsync() : [])
        {
            await Unreachable.HastenAsync(unit, officer); // a vacant seat acts at once (policy 4.2)
        }

        await unit.NoteAsync(Seen, unit.Now.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return officers.Count;
    }

    private static async Task<DateTimeOffset?> SinceAsync(TriageDb db, CancellationToken ct) =>
        await db.SettingAsync(Seen, ct) is { } ticks
            ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)
            : null;

    private static IQueryable<OfficerId> Ended(TriageDb db, DateTimeOffset since, DateTimeOffset now) =>
        db.Postings.Where(posting => posting.To > since && posting.To <= now).Select(posting => posting.Officer).Distinct();

    private static IQueryable<OfficerId> Changed(TriageDb db, DateTimeOffset since, DateTimeOffset now) => (
        from posting in db.Postings
        join officer in db.Officers on posting.Officer equals officer.Id
        where officer.Chat != null && officer.RemovedAt == null
            && ((posting.From > since && posting.From <= now) || (posting.To > since && posting.To <= now))
        select officer.Id).Distinct();
}
