using System.Text.Json.Serialization;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types.Enums;

/// <summary>What a stretch of text is; 0 is a kind this version does not know.</summary>
[JsonConverter(typeof(SnakeCaseEnum<MessageEntityType>))]
public enum MessageEntityType
{
    Mention = 1,
    Hashtag,
    BotCommand,
    Url,
    Email,
    Bold,
    Italic,
    Code,
    Pre,
    TextLink,
    TextMention,
    PhoneNumber,
    Cashtag,
    Underline,
    Strikethrough,
    Spoiler,
    CustomEmoji,
    Blockquote,
    ExpandableBlockquote,
}
