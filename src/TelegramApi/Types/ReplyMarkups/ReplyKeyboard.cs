using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of ready answers in place of the keyboard.</summary>
public sealed class ReplyKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup() => Keyboard = new List<List<KeyboardButton>>();

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<KeyboardButton> keyboardRow)
        : this() => AddNewRow([.. keyboardRow]);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow)
        : this() => AddNewRow(keyboardRow);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(KeyboardButton button)
        : this() => AddNewRow(button);

    public required IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }

    public bool IsPersistent { get; set; }

    public bool ResizeKeyboard { get; set; }

    public bool OneTimeKeyboard { get; set; }

    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }

    public ReplyKeyboardMarkup AddButton(KeyboardButton button) => AddButtons(button);

    /// <summary>Adds to the last row.</summary>
    public ReplyKeyboardMarkup AddButtons(params KeyboardButton[] buttons)
    {
        var rows = Rows();
        if (rows.Count == 0)
        {
            rows.Add([]);
        }

        rows[^1].AddRange(buttons);
        return this;
    }

    public ReplyKeyboardMarkup AddNewRow(params KeyboardButton[] buttons)
    {
        Rows().Add([.. buttons]);
        return this;
    }

    private List<List<KeyboardButton>> Rows() =>
        Keyboard as List<List<KeyboardButton>>
        ?? throw new InvalidOperationException("Buttons can be added only to a keyboard that was made without rows.");
}

/// <summary>A ready answer; none asks for the phone number, since we must not know it.</summary>
public sealed class KeyboardButton
{
    public KeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    public bool RequestLocation { get; set; }

    public static implicit operator KeyboardButton(string text) => new(text);

    public static KeyboardButton WithRequestLocation(string text) => new(text) { RequestLocation = true };
}
