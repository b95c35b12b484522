using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types;

/// <summary>Where Telegram sends updates to, and how that goes.</summary>
public sealed class WebhookInfo
{
    public string Url { get; set; } = "";

    public bool HasCustomCertificate { get; set; }

    public int PendingUpdateCount { get; set; }

    public string? IpAddress { get; set; }

    [JsonConverter(typeof(UnixTime))]
    public DateTime? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }

    [JsonConverter(typeof(UnixTime))]
    public DateTime? LastSynchronizationErrorDate { get; set; }

    public int? MaxConnections { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }
}

/// <summary>What Telegram advises after a refusal.</summary>
public sealed class ResponseParameters
{
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the request may be made again.</summary>
    public int? RetryAfter { get; set; }
}
