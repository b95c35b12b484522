using System.Text.Json.Serialization;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Telegram.Bot.Wire;

/// <summary>All that is read from Telegram or written to it, compiled ahead.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ReadableUpdates)])]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(ApiAnswer<Update[]>))]
[JsonSerializable(typeof(ApiAnswer<Message>))]
[JsonSerializable(typeof(ApiAnswer<Message[]>))]
[JsonSerializable(typeof(ApiAnswer<bool>))]
[JsonSerializable(typeof(ApiAnswer<TGFile>))]
[JsonSerializable(typeof(ApiAnswer<WebhookInfo>))]
[JsonSerializable(typeof(ApiAnswer<OwnAccount>))]
[JsonSerializable(typeof(ApiAnswer<ChatFullInfo>))]
[JsonSerializable(typeof(ApiAnswer<ChatMember>))]
[JsonSerializable(typeof(GetMeRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(DeleteWebhookRequest))]
[JsonSerializable(typeof(GetWebhookInfoRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendFileRequest))]
[JsonSerializable(typeof(SendLocationRequest))]
[JsonSerializable(typeof(SendMediaGroupRequest))]
[JsonSerializable(typeof(SendChatActionRequest))]
[JsonSerializable(typeof(EditMessageRequest))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(DeleteMessagesRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(GetFileRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(DeleteMyCommandsRequest))]
[JsonSerializable(typeof(SetMyDescriptionRequest))]
[JsonSerializable(typeof(SetMyShortDescriptionRequest))]
[JsonSerializable(typeof(GetChatRequest))]
[JsonSerializable(typeof(GetChatMemberRequest))]
[JsonSerializable(typeof(LeaveChatRequest))]
internal sealed partial class WireContext : JsonSerializerContext;
