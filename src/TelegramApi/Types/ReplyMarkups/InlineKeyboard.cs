using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons under a message.</summary>
public sealed class InlineKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public InlineKeyboardMarkup() => InlineKeyboard = new List<List<InlineKeyboardButton>>();

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<InlineKeyboardButton> inlineKeyboardRow)
        : this() => AddNewRow([.. inlineKeyboardRow]);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow)
        : this() => AddNewRow(inlineKeyboardRow);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton)
        : this() => AddButton(inlineKeyboardButton);

    public required IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; }

    public static InlineKeyboardMarkup Empty() => new();

    public InlineKeyboardMarkup AddButton(InlineKeyboardButton button) => AddButtons(button);

    public InlineKeyboardMarkup AddButton(string text, string callbackData) =>
        AddButtons(InlineKeyboardButton.WithCallbackData(text, callbackData));

    /// <summary>Adds to the last row.</summary>
    public InlineKeyboardMarkup AddButtons(params InlineKeyboardButton[] buttons)
    {
        var rows = Rows();
        if (rows.Count == 0)
        {
            rows.Add([]);
        }

        rows[^1].AddRange(buttons);
        return this;
    }

    public InlineKeyboardMarkup AddNewRow(params InlineKeyboardButton[] buttons)
    {
        Rows().Add([.. buttons]);
        return this;
    }

    private List<List<InlineKeyboardButton>> Rows() =>
        InlineKeyboard as List<List<InlineKeyboardButton>>
        ?? throw new InvalidOperationException("Buttons can be added only to a keyboard that was made without rows.");
}

/// <summary>A button under a message.</summary>
public sealed class InlineKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    public string? Url { get; set; }

    public string? CallbackData { get; set; }

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };
}
