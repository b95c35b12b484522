using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Requests;

internal sealed class GetMeRequest() : RequestBase<OwnAccount>("getMe");

internal sealed class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int? Limit { get; init; }

    public int? Timeout { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}

internal sealed class SetWebhookRequest() : FileRequest<bool>("setWebhook")
{
    public required string Url { get; init; }

    public string? Certificate { get; set; }

    public string? IpAddress { get; init; }

    public int? MaxConnections { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }

    public bool DropPendingUpdates { get; init; }

    public string? SecretToken { get; init; }
}

internal sealed class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; init; }
}

internal sealed class GetWebhookInfoRequest() : RequestBase<WebhookInfo>("getWebhookInfo");

internal sealed class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    public required string FileId { get; init; }
}

internal sealed class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    public required IEnumerable<BotCommand> Commands { get; init; }

    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}

internal sealed class DeleteMyCommandsRequest() : RequestBase<bool>("deleteMyCommands")
{
    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}

internal sealed class SetMyDescriptionRequest() : RequestBase<bool>("setMyDescription")
{
    public string? Description { get; init; }

    public string? LanguageCode { get; init; }
}

internal sealed class SetMyShortDescriptionRequest() : RequestBase<bool>("setMyShortDescription")
{
    public string? ShortDescription { get; init; }

    public string? LanguageCode { get; init; }
}

internal sealed class GetChatRequest() : RequestBase<ChatFullInfo>("getChat")
{
    public required ChatId ChatId { get; init; }
}

internal sealed class GetChatMemberRequest() : RequestBase<ChatMember>("getChatMember")
{
    public required ChatId ChatId { get; init; }

    public required long UserId { get; init; }
}

internal sealed class LeaveChatRequest() : RequestBase<bool>("leaveChat")
{
    public required ChatId ChatId { get; init; }
}
