using System.Net;
using System.Text.RegularExpressions;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Phrases;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>One person's chat: what the bot said last, and every button that is still on the screen.</summary>
internal sealed partial class Screen(ConversationContext context)
{
    private readonly List<IReadOnlyList<(string Label, string Data)>> _keyboards = [];

    public ChatState State { get; private set; } = ChatState.Fresh;

    /// <summary>Newest last.</summary>
    public IEnumerable<(string Label, string Data)> Buttons => _keyboards.SelectMany(keyboard => keyboard);

    public Turn Do(ChatInput input)
    {
        var turn = ResidentConversation.Step(State, input, context);
        State = turn.Next;
        var book = Phrasebook.For(State.Language);
        foreach (var said in turn.Effects.OfType<Effect.Say>())
        {
            Show(said, book, input is ChatInput.Tap or ChatInput.ReceiptShown);
        }

        return turn;
    }

    /// <summary>The data of a button by its label, its label without the icon, or the data itself; the newest wins.</summary>
    public string? Find(string button) => Buttons
        .Where(one => one.Label == button || one.Data == button || WithoutIcon(one.Label) == button)
        .Select(one => one.Data)
        .LastOrDefault();

    public static string PlainOf(BotText text, Phrasebook book) => WebUtility.HtmlDecode(Tags().Replace(book.Say(text), ""));

    public static string WithoutIcon(string label) => label.Trim([.. label.Where(letter => !char.IsLetterOrDigit(letter) && letter is not (')' or '('))]);

    private void Show(Effect.Say said, Phrasebook book, bool tapped)
    {
        if (said.InPlace && tapped && _keyboards.Count > 0)
        {
            _keyboards.RemoveAt(_keyboards.Count - 1);
        }

        _keyboards.Add([.. said.Choices.SelectMany(row => row).Select(choice => (book.Plain(choice.Label), choice.Data))]);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
