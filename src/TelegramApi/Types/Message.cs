using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types;

/// <summary>A message, without what says who wrote it first: forward origin, signatures and names are never read.</summary>
public sealed class Message
{
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    [JsonIgnore]
    public int MessageId => Id;

    public int? MessageThreadId { get; set; }

    public User? From { get; set; }

    public Chat Chat { get; set; } = default!;

    /// <summary>In UTC; the default value where Telegram no longer knows the message.</summary>
    [JsonConverter(typeof(UnixTime))]
    public DateTime Date { get; set; }

    [JsonConverter(typeof(UnixTime))]
    public DateTime? EditDate { get; set; }

    public Message? ReplyToMessage { get; set; }

    public string? MediaGroupId { get; set; }

    public string? Text { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public string? Caption { get; set; }

    public MessageEntity[]? CaptionEntities { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    public PhotoSize[]? Photo { get; set; }

    public Video? Video { get; set; }

    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public Contact? Contact { get; set; }

    public Venue? Venue { get; set; }

    public Location? Location { get; set; }

    public long? MigrateToChatId { get; set; }

    [JsonIgnore]
    public MessageType Type => this switch
    {
        { Text: not null } => MessageType.Text,
        { Animation: not null } => MessageType.Animation,
        { Audio: not null } => MessageType.Audio,
        { Document: not null } => MessageType.Document,
        { Photo: not null } => MessageType.Photo,
        { Video: not null } => MessageType.Video,
        { VideoNote: not null } => MessageType.VideoNote,
        { Voice: not null } => MessageType.Voice,
        { Contact: not null } => MessageType.Contact,
        { Venue: not null } => MessageType.Venue,
        { Location: not null } => MessageType.Location,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        _ => MessageType.Unknown,
    };

    public override string ToString() => nameof(Message);
}

/// <summary>A stretch of a text that is more than plain; the person or address behind it is not read.</summary>
public sealed class MessageEntity
{
    public MessageEntityType Type { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Offset { get; set; }

    public int Length { get; set; }
}
