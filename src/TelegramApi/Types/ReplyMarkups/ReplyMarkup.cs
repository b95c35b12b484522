using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>The buttons under a message, or in place of the keyboard.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup
{
    private protected ReplyMarkup()
    {
    }
}

/// <summary>Takes the reply keyboard away.</summary>
public sealed class ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard { get; } = true;

    public bool Selective { get; set; }
}

/// <summary>Asks for an answer to this very message.</summary>
public sealed class ForceReplyMarkup : ReplyMarkup
{
    public bool ForceReply { get; } = true;

    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }
}
