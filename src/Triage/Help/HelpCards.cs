using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>A counsellor's card as it is to be drawn now: what they may see and nothing more (policy 5.7).</summary>
/// <param name="Status">Null where the conversation is erased.</param>
/// <param name="Need">Age and urgency while it waits; everything for whoever has it; null for others.</param>
/// <param name="Words">Only while the one who has it keeps the card unfolded.</param>
public sealed record HelpCardView(
    long Card,
    OfficerId Counsellor,
    int? MessageId,
    int? FormerMessageId,
    byte[]? Shown,
    HelpStatus? Status,
    bool Mine,
    bool Answered,
    DateTimeOffset? OpenedAt,
    HelpNeed? Need,
    int? Page,
    IReadOnlyList<HelpWord> Words);

/// <summary>What the sender needs of help, and what it gives back. Nothing of it becomes a notification that a digest counts.</summary>
public sealed class HelpCards(HelpVault vault, HelpContacts contacts)
{
    /// <returns>Null where there is no such card any more.</returns>
    public async Task<HelpCardView?> ReadAsync(TriageDb db, long card, CancellationToken ct)
    {
        if (await db.Set<HelpCardRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == card, ct) is not { } row)
        {
            return null;
        }

        var request = await db.Set<HelpRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.Request, ct);
        var need = request is null ? null : await vault.NeedAsync(db, request.Id, ct);
        if (request is null || need is null)
        {
            return new HelpCardView(row.Id, row.Counsellor, row.MessageId, row.FormerMessageId, row.Shown, null, false, false, null, null, null, []);
        }

        var mine = request.Counsellor == row.Counsellor;
        var words = mine && row.Page is not null ? await vault.WordsAsync(db, request.Id, ct) : [];
        var seen = mine ? need with { Urgency = request.Urgency }
            : request.Status == HelpStatus.Waiting ? new HelpNeed(null, need.Age, null, request.Urgency, null)
            : null;
        return new HelpCardView(
            row.Id, row.Counsellor, row.MessageId, row.FormerMessageId, row.Shown, request.Status, mine, request.AnsweredAt is not null, request.OpenedAt, seen, mine ? row.Page : null, words);
    }

    /// <summary>The card now stands in this message; one that said that all is erased is forgotten.</summary>
    public static Task KeepAsync(Unit unit, long card, int? message, byte[] shown, bool gone) => gone
        ? unit.Db.Set<HelpCardRow>().Where(row => row.Id == card).ExecuteDeleteAsync()
        : unit.Db.Set<HelpCardRow>().Where(row => row.Id == card)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.MessageId, message).SetProperty(one => one.FormerMessageId, (int?)null).SetProperty(one => one.Shown, shown));

    /// <summary>Telegram says that the counsellor blocked the bot. No coordinator hears of it: its hour would tell of a request.</summary>
    public static Task LostAsync(Unit unit, OfficerId counsellor) => unit.Db.Officers
        .Where(row => row.Id == counsellor && row.UnreachableSince == null)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.UnreachableSince, HelpTimers.Kept(unit.Now))); // its second would too

    /// <param name="body">Of the row <c>HelpNudge</c>.</param>
    /// <returns>Null where nobody asked, or all was erased meanwhile.</returns>
    public Task<Contact?> NudgedAsync(TriageDb db, string body, CancellationToken ct) => contacts.FindAsync(db, new HelpId(Guid.ParseExact(body, "N")), ct);

    /// <summary>The chat is gone, and so is the reason to keep its address.</summary>
    public static Task ForgetAsync(Unit unit, string body) => HelpContacts.EraseAsync(unit, new HelpId(Guid.ParseExact(body, "N")));
}
