using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>Fetches what a conversation about help needs before its turn: what a receipt opens, and whether anybody would read a request.</summary>
internal sealed class HelpReading(HelpDoor door, ReceiptGuesses guesses)
{
    /// <returns>Null where the button is none of help.</returns>
    public async Task<ChatInput?> TapAsync(Unit unit, long chat, string data) =>
        data.Split(':') is ["h", var action, var token] && HelpReceipt.FromToken(token) is { } receipt ? await ShownAsync(unit, chat, receipt, action) : null;

    /// <returns>Null where the words are no receipt of help.</returns>
    public async Task<ChatInput?> WordsAsync(Unit unit, long chat, string words) =>
        HelpReceipt.FromWords(words) is { } receipt ? await ShownAsync(unit, chat, receipt, "") : null;

    public static async Task<ConversationContext> ContextAsync(Unit unit, ChatInput input, ConversationContext context) =>
        input is ChatInput.Command { Name: "tolong" or "bantuan" } or ChatInput.Tap { Data: "m:help" or "s:help" }
            ? context with { HelpIsAttended = await HelpDoor.IsAttendedAsync(unit) }
            : context;

    private async Task<ChatInput> ShownAsync(Unit unit, long chat, HelpReceipt receipt, string action) =>
        await guesses.OpenAsync(unit, chat, () => door.ReadAsync(unit, receipt)) is (true, var view) ? new ChatInput.HelpShown(receipt, action, view) : new ChatInput.TooManyGuesses();
}
