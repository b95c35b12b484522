using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Language = Kentongan.Domain.Programmes.Language;

namespace Kentongan.Bot.Conversations;

/// <summary>What the person's tap is answered with; null for a bare answer.</summary>
public sealed record TurnAnswer(string? Toast, bool Alert = false);

/// <summary>
/// Runs one update to the end: state, report, replies and the update's number go into one unit, so an update that comes twice acts
/// once, and nothing is said before it is decided for good.
/// </summary>
internal sealed class TurnRunner(
    Committer committer,
    ConversationStore conversations,
    ConversationContext context,
    EffectRunner effects,
    OfficerDesk officers,
    FollowUp followUp,
    ReceiptGuesses guesses,
    HelpReading help,
    OutboxWriter outbox,
    DayKeys keys)
{
    private const string Seen = "INSERT INTO seen_updates (id, at) VALUES (@p0, @p1) ON CONFLICT (id) DO NOTHING";

    private const string FindOfficer = "SELECT id FROM officers WHERE chat = @p0";

    /// <param name="fetch">Downloads and cleans a file; called before the unit, since it may take long.</param>
    public async Task<TurnAnswer> RunAsync(Incoming incoming, Func<IncomingBody.File, CancellationToken, Task<ChatInput>> fetch, CancellationToken ct)
    {
        var fetched = incoming.Body is IncomingBody.File file ? await FetchAsync(incoming, file, fetch, ct) : null;
        return await committer.CommitAsync(unit => RunAsync(unit, incoming, fetched), ct);
    }

    private async Task<ChatInput> FetchAsync(
        Incoming incoming, IncomingBody.File file, Func<IncomingBody.File, CancellationToken, Task<ChatInput>> fetch, CancellationToken ct)
    {
        var state = await committer.CommitAsync(async unit => (await conversations.LoadAsync(unit, incoming.Chat)).State, ct);
        return ResidentConversation.Wants(state, file.IsVoice) switch
        {
            FileWish.Take => await fetch(file, ct),
            FileWish.WarnFirst => new ChatInput.VoiceUnwarned(),
            _ => new ChatInput.FileUnasked(),
        };
    }

    private async Task<TurnAnswer> RunAsync(Unit unit, Incoming incoming, ChatInput? fetched)
    {
        if (await unit.Statement(Seen, incoming.UpdateId, Hour(unit.Now)).ExecuteNonQueryAsync() == 0)
        {
            return new TurnAnswer(null); // it has acted already; the tap is answered all the same
        }

        switch (incoming.Body)
        {
            case IncomingBody.Nothing:
                return new TurnAnswer(null);
            case IncomingBody.Group:
                await LeaveAsync(unit, incoming.Chat);
                return new TurnAnswer(null);
        }

        var officer = await unit.Statement(FindOfficer, incoming.Chat).ExecuteScalarAsync() is { } id
            ? new Domain.OfficerId(id is Guid guid ? guid : Guid.Parse((string)id))
            : (Domain.OfficerId?)null;
        if (incoming.Body is IncomingBody.Membership membership)
        {
            await officers.MembershipAsync(unit, officer, membership.Blocked);
            return new TurnAnswer(null);
        }

        var running = await conversations.LoadAsync(unit, incoming.Chat);
        if (await officers.TryHandleAsync(unit, officer, incoming, fetched, running.State) is { } handled)
        {
            await ConversationStore.SaveAsync(unit, running, handled.Next);
            return handled.Answer;
        }

        var input = fetched ?? await ReadAsync(unit, incoming.Chat, incoming.Body, running.State);
        var turn = ResidentConversation.Step(running.State, input, await HelpReading.ContextAsync(unit, input, context));
        await effects.RunAsync(unit, incoming, turn);
        await ConversationStore.SaveAsync(unit, running, turn.Next);
        return new TurnAnswer(turn.Toast is { } toast ? Phrasebook.For(turn.Next.Language).Plain(toast) : null);
    }

    /// <summary>An hour is enough to know when a number may go, and too coarse to find the report that it filed.</summary>
    private static long Hour(DateTimeOffset now) => now.ToUnixTimeSeconds() / 3_600 * 3_600_000;

    private async Task<ChatInput> ReadAsync(Unit unit, long chat, IncomingBody body, ChatState state) => body switch
    {
        IncomingBody.Text(var raw) => await ReadTextAsync(unit, chat, raw, state),
        IncomingBody.Tapped(var data) => await ReadTapAsync(unit, chat, data),
        IncomingBody.Pin(var latitude, var longitude) => new ChatInput.Pin(new Coordinates(latitude, longitude)),
        IncomingBody.Contact => new ChatInput.Contact(),
        IncomingBody.Edited => new ChatInput.Edited(),
        _ => new ChatInput.SomethingElse(),
    };

    private async Task<ChatInput> ReadTextAsync(Unit unit, long chat, string raw, ChatState state)
    {
        if (CleanText.From(raw) is not { } text)
        {
            return new ChatInput.SomethingElse();
        }

        var command = text[0] == '/' ? ReadCommand(text) : null;
        if (command is { Name: "status", Argument.Length: > 0 } && Receipt.FromWords(command.Argument) is { } asked)
        {
            return await ShownAsync(unit, chat, asked, "");
        }

        if (command is { Name: "bantuan", Argument.Length: > 0 } or null && text.Length < 200
            && await help.WordsAsync(unit, chat, command?.Argument ?? text) is { } shown)
        {
            return shown;
        }

        // A receipt that is pasted anywhere opens its report: nobody has to find the right button first.
        return command ?? (text.Length < 200 && Receipt.FromWords(text) is { } receipt
            ? await ShownAsync(unit, chat, receipt, "")
            : state.Step is Step.TypingReceipt ? new ChatInput.NoReceipt() : new ChatInput.Words(text));
    }

    private static ChatInput.Command ReadCommand(string text)
    {
        var blank = text.IndexOfAny([' ', '\n']);
        var name = blank < 0 ? text[1..] : text[1..blank];
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return new ChatInput.Command(
            (at < 0 ? name : name[..at]).ToLowerInvariant(),
            blank < 0 ? "" : text[(blank + 1)..].Trim());
    }

    private async Task<ChatInput> ReadTapAsync(Unit unit, long chat, string data)
    {
        var parts = data.Split(':');
        return parts is ["r", var action, var token] && Receipt.FromToken(token) is { } receipt
            ? await ShownAsync(unit, chat, receipt, action)
            : await help.TapAsync(unit, chat, data) ?? new ChatInput.Tap(data);
    }

    private async Task<ChatInput> ShownAsync(Unit unit, long chat, Receipt receipt, string action) =>
        await guesses.OpenAsync(unit, chat, () => followUp.ReadAsync(unit, receipt)) is (true, var view) ? new ChatInput.ReceiptShown(receipt, action, view) : new ChatInput.TooManyGuesses();

    private Task LeaveAsync(Unit unit, long group) => outbox.QueueAsync(unit, new OutboxRow
    {
        Priority = OutboxPriority.Low,
        Kind = OutboxKind.Reply,
        Sealed = keys.Today.Seal(
            new Reply(group, null, Phrasebook.For(Language.Indonesian).Say(new BotText.OnlyPrivateChats()), [], Leave: true).ToJson(),
            EffectRunner.SealContext),
    });
}
