using System.Text.Json.Serialization;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types.Enums;

/// <summary>The kinds of update that can be asked for; a received one is of a kind that <see cref="Update"/> reads, or unknown.</summary>
[JsonConverter(typeof(SnakeCaseEnum<UpdateType>))]
public enum UpdateType
{
    Unknown = 0,
    Message,
    InlineQuery,
    ChosenInlineResult,
    CallbackQuery,
    EditedMessage,
    ChannelPost,
    EditedChannelPost,
    ShippingQuery,
    PreCheckoutQuery,
    Poll,
    PollAnswer,
    MyChatMember,
    ChatMember,
    ChatJoinRequest,
    MessageReaction,
    MessageReactionCount,
    ChatBoost,
    RemovedChatBoost,
    BusinessConnection,
    BusinessMessage,
    EditedBusinessMessage,
    DeletedBusinessMessages,
    PurchasedPaidMedia,
}
