using System.Buffers;
using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot speaks, and to which server.</summary>
public sealed class TelegramBotClientOptions
{
    private const string TelegramUrl = "https://api.telegram.org";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly Uri _server;

    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        BotId = BotIdOf(token);
        _server = ServerOf(baseUrl ?? TelegramUrl);
        Token = token;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;

        var bot = useTestEnvironment ? $"bot{token}/test" : $"bot{token}";
        var server = _server.GetLeftPart(UriPartial.Authority);
        BaseRequestUrl = $"{server}/{bot}";
        BaseFileUrl = $"{server}/file/{bot}";
    }

    public string Token { get; }

    public string? BaseUrl { get; }

    public bool UseTestEnvironment { get; }

    public long BotId { get; }

    public string BaseRequestUrl { get; }

    public string BaseFileUrl { get; }

    /// <summary>The longest wait in seconds that the client does itself when told to wait; 0 leaves waiting to the caller.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often a request is made in all, where the client waits itself.</summary>
    public int RetryCount { get; set; } = 3;

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where requests go, as much of it as may be told.</summary>
    internal string Host => $"{_server.Host}:{_server.Port}";

    private static long BotIdOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 1 and <= 16
            && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && token.Length > colon + 1
            && token.AsSpan(colon + 1).IndexOfAnyExcept(TokenCharacters) < 0
            ? id
            : throw new ArgumentException("The bot token must look like 123456:ABC-DEF.", nameof(token));
    }

    private static Uri ServerOf(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var server) && server.Scheme is "http" or "https" && server.UserInfo.Length == 0
            ? server
            : throw new ArgumentException("The server's address must look like http://localhost:8081.", nameof(baseUrl));
}
