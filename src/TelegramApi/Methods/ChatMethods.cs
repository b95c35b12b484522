using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static async Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default)
    {
        var account = await botClient.SendRequest(new GetMeRequest(), cancellationToken).ConfigureAwait(false);
        return new User { Id = account.Id, IsBot = account.IsBot, Username = account.Username };
    }

    public static Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode },
            cancellationToken);

    public static Task DeleteMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public static Task SetMyDescription(
        this ITelegramBotClient botClient,
        string? description = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode },
            cancellationToken);

    public static Task SetMyShortDescription(
        this ITelegramBotClient botClient,
        string? shortDescription = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetMyShortDescriptionRequest { ShortDescription = shortDescription, LanguageCode = languageCode },
            cancellationToken);

    public static Task<ChatFullInfo> GetChat(
        this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatRequest { ChatId = chatId }, cancellationToken);

    public static Task<ChatMember> GetChatMember(
        this ITelegramBotClient botClient, ChatId chatId, long userId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatMemberRequest { ChatId = chatId, UserId = userId }, cancellationToken);

    public static Task LeaveChat(
        this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new LeaveChatRequest { ChatId = chatId }, cancellationToken);
}
