using System.ComponentModel.DataAnnotations;

namespace Kentongan.Bot.Configuration;

public enum UpdateMode
{
    Polling,
    Webhook,
}

/// <summary>The <c>Telegram</c> section.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>What BotFather gave: <c>123456:ABC-DEF…</c>. Keep it in the environment or in user secrets, never in a file that is committed.</summary>
    public string Token { get; set; } = "";

    /// <summary>Telegram, or a Bot API server of one's own.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    public UpdateMode Mode { get; set; } = UpdateMode.Polling;

    /// <summary>Public address that Telegram can reach, without the secret path: the program adds one.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>False sends as fast as the server takes it: for measuring, or a server without Telegram's limits.</summary>
    public bool Limits { get; set; } = true;

    /// <summary>Long poll, in seconds.</summary>
    [Range(0, 50)]
    public int PollSeconds { get; set; } = 50;

    /// <summary>A call that Telegram leaves without an answer for so long is made again. A long poll may take its own time beyond that.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;
}
