namespace Kentongan.Sandbox.Telegram;

/// <summary>Telegram's no: the code and the words in which the real Bot API says it.</summary>
internal sealed record Refusal(int Code, string Description, int? RetryAfter = null)
{
    public static readonly Refusal Unauthorized = new(401, "Unauthorized");
    public static readonly Refusal NotFound = new(404, "Not Found");
    public static readonly Refusal MethodNotFound = new(404, "Not Found: method not found");
    public static readonly Refusal TooLarge = new(413, "Request Entity Too Large");
    public static readonly Refusal Internal = new(500, "Internal Server Error");

    public static readonly Refusal OtherPoller = new(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    public static readonly Refusal WebhookActive = new(
        409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

    public static readonly Refusal WebhookSet = new(409, "Conflict: terminated by setWebhook request");

    public static readonly Refusal Blocked = new(403, "Forbidden: bot was blocked by the user");
    public static readonly Refusal NotStarted = new(403, "Forbidden: bot can't initiate conversation with a user");
    public static readonly Refusal Kicked = new(403, "Forbidden: bot was kicked from the group chat");
    public static readonly Refusal NotMember = new(403, "Forbidden: bot is not a member of the group chat");

    public static readonly Refusal ChatIdEmpty = Bad("chat_id is empty");
    public static readonly Refusal ChatNotFound = Bad("chat not found");
    public static readonly Refusal MemberNotFound = Bad("member not found");
    public static readonly Refusal TextEmpty = Bad("message text is empty");
    public static readonly Refusal TextTooLong = Bad("message is too long");
    public static readonly Refusal CaptionTooLong = Bad("message caption is too long");
    public static readonly Refusal ReplyNotFound = Bad("message to be replied not found");
    public static readonly Refusal EditNotFound = Bad("message to edit not found");
    public static readonly Refusal CannotEdit = Bad("message can't be edited");
    public static readonly Refusal NoTextToEdit = Bad("there is no text in the message to edit");
    public static readonly Refusal NoCaptionToEdit = Bad("there is no caption in the message to edit");
    public static readonly Refusal NoMessageId = Bad("message identifier is not specified");
    public static readonly Refusal DeleteNotFound = Bad("message to delete not found");
    public static readonly Refusal DeleteTooOld = Bad("message can't be deleted for everyone");
    public static readonly Refusal ButtonData = Bad("BUTTON_DATA_INVALID");
    public static readonly Refusal MarkupTooLong = Bad("reply markup is too long");
    public static readonly Refusal QueryTooOld = Bad("query is too old and response timeout expired or query ID is invalid");
    public static readonly Refusal AnswerTooLong = Bad("MESSAGE_TOO_LONG");
    public static readonly Refusal WrongFileId = Bad("wrong file_id or the file is temporarily unavailable");
    public static readonly Refusal WrongRemoteFile = Bad("wrong file identifier/HTTP URL specified");
    public static readonly Refusal FileTooBig = Bad("file is too big");
    public static readonly Refusal FileEmpty = Bad("file must be non-empty");
    public static readonly Refusal WrongAction = Bad("wrong parameter action in request");
    public static readonly Refusal GroupSize = Bad("group must contain from 2 to 10 messages");
    public static readonly Refusal GroupKinds = Bad("can't use the media of the specified type in the album");

    public static readonly Refusal NotModified = Bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content "
        + "and reply markup of the message");

    public static Refusal Bad(string reason) => new(400, "Bad Request: " + reason);

    public static Refusal Parse(string reason) => Bad("can't parse entities: " + reason);

    public static Refusal Flood(int seconds) => new(429, $"Too Many Requests: retry after {seconds}", seconds);
}
