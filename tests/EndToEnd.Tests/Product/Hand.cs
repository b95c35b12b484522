using Kentongan.Sandbox;
using Kentongan.Sandbox.Phones;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>A person who reads the chat with the bot and taps its buttons by what is written on them.</summary>
internal sealed class Hand(SandboxServer telegram, long id)
{
    public long Id => id;

    public Phone Phone { get; } = telegram.Phone(id);

    public string Name => Phone.Owner.Name;

    /// <summary>What the bot has said and not taken back.</summary>
    public IEnumerable<Message> Heard => Phone.Messages.Where(message => message is { From: null, Deleted: false });

    public void Says(string text) => Phone.SendText(text);

    /// <summary>Until the bot has said it, in a message of its own or by changing one.</summary>
    public Task<Message> SeesAsync(string words, int after = 0) =>
        SeesAsync(message => message.Id > after && WordsOf(message).Contains(words, StringComparison.Ordinal), words);

    public Task<Message> SeesAsync(Func<Message, bool> wanted, string called) => Until.FoundAsync(
        () => Heard.LastOrDefault(wanted),
        () => $"{Name} does not see: {called}\n{Screen}");

    /// <summary>The newest button that starts so, once it is there.</summary>
    public async Task<CallbackQuery> PressAsync(string label)
    {
        var found = await Until.FoundAsync(() => Find(label), () => $"{Name} does not see the button: {label}\n{Screen}");
        return Phone.Press(found.Message.Id, found.Data) ?? throw new InvalidOperationException("The button is gone.");
    }

    /// <summary>Taps the newest button that starts so, and waits for the answer that every tap must get.</summary>
    public async Task<CallbackAnswer> TapAsync(string label) => await AnsweredAsync(await PressAsync(label));

    public Task<CallbackAnswer> TapAsync(int message, string data) => AnsweredAsync(Phone.Press(message, data)!);

    public async Task<CallbackAnswer> AnsweredAsync(CallbackQuery tap)
    {
        await Until.TrueAsync(() => tap.Answer.IsCompleted, () => $"The tap of {Name} was not answered.\n{Screen}");
        return await tap.Answer;
    }

    /// <summary>The newest message with a button that starts so.</summary>
    public (Message Message, string Data)? FindButton(string label) => Find(label) is { } found ? (found.Message, found.Data) : null;

    public int Last => Phone.Messages is [.., var last] ? last.Id : 0;

    public static string WordsOf(Message message) => message.Words?.Text ?? "";

    public static IReadOnlyList<InlineButton> ButtonsOf(Message message) =>
        message.Markup is Markup.Inline inline ? [.. inline.Rows.SelectMany(row => row)] : [];

    public string Screen => string.Join('\n', Phone.Messages.TakeLast(8).Select(message =>
        $"  {(message.From is null ? "bot" : "I")} {message.Id}: {WordsOf(message).ReplaceLineEndings(" / ")} [{string.Join(" | ", ButtonsOf(message).Select(button => button.Text))}]"));

    private Found? Find(string label) => Heard.Reverse()
        .SelectMany(message => ButtonsOf(message).Select(button => (message, button)))
        .Where(pair => pair.button.Data is not null && pair.button.Text.StartsWith(label, StringComparison.Ordinal))
        .Select(pair => new Found(pair.message, pair.button.Data!))
        .FirstOrDefault();

    private sealed record Found(Message Message, string Data);
}
