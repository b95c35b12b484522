using System.Globalization;
using System.Security.Cryptography;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Delivery;
using Kentongan.Bot.Telegram;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>
/// Delivers what help has to say to counsellors and residents. What becomes of it is kept with help alone: a row among the notifications
/// would change the figures of a digest (policy 5.7).
/// </summary>
internal sealed class HelpPost(HelpCards cards, HelpCardDrawing drawing, CardTokens tokens, TelegramDelivery telegram, IDbContextFactory<TriageDb> contexts)
{
    private static readonly Delivered.Sent Nothing = new(MessageId: null);

    public static bool Carries(OutboxKind kind) => kind is OutboxKind.HelpCard or OutboxKind.HelpNotice or OutboxKind.HelpNudge;

    /// <summary>Neutral words and a button that holds the receipt; null once the contact was erased.</summary>
    public async Task<Letter?> NudgeAsync(OutboxRow row, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await cards.NudgedAsync(db, row.Body!, ct) is not { } contact || HelpReceipt.FromToken(contact.ReceiptToken) is not { } receipt)
        {
            return null;
        }

        return Letters.News(row, contact, HelpTalk.Data("", receipt));
    }

    public Task<Delivered> DeliverAsync(Letter letter, CancellationToken ct) => letter.Row.Kind switch
    {
        OutboxKind.HelpNudge => telegram.SendAsync(letter.Reply!, protect: false, silent: false, ct),
        OutboxKind.HelpNotice => SendNoticeAsync(letter, ct),
        _ => SendCardAsync(letter, ct),
    };

    public static async Task NoteAsync(Unit unit, Letter letter, Delivered delivered)
    {
        if (letter.HelpCard is var (card, message, shown, gone))
        {
            await HelpCards.KeepAsync(unit, card, message, shown, gone);
        }

        if (delivered is Delivered.Blocked)
        {
            await (letter.Row.Officer is { } counsellor ? HelpCards.LostAsync(unit, counsellor) : HelpCards.ForgetAsync(unit, letter.Row.Body!));
        }
    }

    private Task<Delivered> SendNoticeAsync(Letter letter, CancellationToken ct)
    {
        var notice = HelpNotice.FromJson(letter.Row.Body!);
        var open = tokens.Seal(letter.Row.Officer!.Value, new CardTap(notice.Card, CardAction.HelpShow, 0));
        return telegram.SendAsync(
            new Reply(letter.Chat, null, CounsellorWords.Say(notice), [[new ReplyButton(CounsellorWords.Label(CardAction.HelpShow), open)]]),
            protect: true,
            letter.Row.Silent,
            ct);
    }

    private async Task<Delivered> SendCardAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await cards.ReadAsync(db, long.Parse(letter.Row.Body!, CultureInfo.InvariantCulture), ct) is not { } view)
        {
            return Nothing;
        }

        // A card that was never sent does not appear to say that there is nothing to do.
        if (view is { MessageId: null, FormerMessageId: null } && letter.Row.Priority == OutboxPriority.Edit)
        {
            return Nothing;
        }

        if (view.FormerMessageId is { } former
            && await telegram.SendAsync(new Reply(letter.Chat, former, CounsellorWords.Moved, []), protect: true, silent: true, ct) is Delivered.Away or Delivered.Throttled)
        {
            return new Delivered.Away(); // no copy of the story is left behind
        }

        var (html, buttons) = drawing.Draw(view);
        var reply = new Reply(letter.Chat, view.MessageId, html, buttons);
        var shown = SHA256.HashData(reply.ToJson());
        if (view.MessageId is not null && view.Shown is { } before && before.AsSpan().SequenceEqual(shown))
        {
            return Nothing;
        }

        var delivered = await telegram.SendAsync(reply, protect: true, letter.Row.Silent, ct);
        letter.HelpCard = delivered is Delivered.Sent(var message) ? (view.Card, message ?? view.MessageId, shown, view.Status is null) : null;
        return delivered;
    }
}
