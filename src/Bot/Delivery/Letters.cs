using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Delivery;

/// <summary>Finds out where an outbox row goes: opens sealed replies, looks officers up.</summary>
internal sealed class Letters(DayKeys keys, ContactBook contacts, CardRecall recall, HelpPost help, IDbContextFactory<TriageDb> contexts)
{
    private static readonly CompiledQuery<OfficerId, long?> Chats = new((db, officer) =>
        db.Officers.AsNoTracking().Where(row => row.Id == officer && row.RemovedAt == null).Select(row => row.Chat));

    /// <returns>Null where it can never be delivered: its key is destroyed, or its officer is gone.</returns>
    public async ValueTask<Letter?> AddressAsync(OutboxRow row, CancellationToken ct)
    {
        if (row.Kind == OutboxKind.Reply)
        {
            return row.Sealed is { } bytes && keys.ByNumber(Envelope.KeyNumber(bytes))?.Open(bytes, EffectRunner.SealContext) is { } json
                && Reply.FromJson(json) is var reply
                ? new Letter(row, reply.Chat, reply)
                : null;
        }

        if (row.Kind == OutboxKind.Recall)
        {
            return row.Sealed is { } address && recall.Open(address) is var (chat, message)
                ? new Letter(row, chat, new Reply(chat, message, OfficerWords.NoLongerValid, []))
                : null;
        }

        if (row is { Kind: OutboxKind.Commands, Officer: null }) // whoever has left office has everybody's menu again
        {
            return row.Sealed is { } address && recall.Open(address) is var (left, _) ? new Letter(row, left, null) : null;
        }

        if (row.Kind == OutboxKind.Nudge)
        {
            return await NudgeAsync(row, ct);
        }

        if (row.Kind == OutboxKind.HelpNudge)
        {
            return await help.NudgeAsync(row, ct);
        }

        return row.Officer is { } officer && await ChatOfAsync(officer, ct) is { } to ? new Letter(row, to, null) : null;
    }

    /// <summary>Neutral words and a button that holds the receipt; null once the contact was erased.</summary>
    private async Task<Letter?> NudgeAsync(OutboxRow row, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await contacts.FindAsync(db, row.Report!.Value, ct) is not { } contact || Receipt.FromToken(contact.ReceiptToken) is not { } receipt)
        {
            return null;
        }

        return News(row, contact, FollowUpConversation.Data("", receipt));
    }

    /// <param name="opens">What the button brings back: the receipt, in the form of whoever answers it.</param>
    internal static Letter News(OutboxRow row, Contact contact, string opens)
    {
        var book = Phrasebook.For(contact.Language);
        return new Letter(row, contact.Chat, new Reply(
            contact.Chat,
            null,
            book.Say(new BotText.ThereIsNews()),
            [[new ReplyButton(book.Plain(new BotText.Label(Button.Open)), opens)]]));
    }

    /// <summary>Looked up each time: another process may have removed the officer, or bound them anew.</summary>
    private async ValueTask<long?> ChatOfAsync(OfficerId officer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Chats.FirstAsync(db, officer, ct);
    }
}
