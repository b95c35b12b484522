using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Wire;

namespace Telegram.Bot;

/// <summary>Speaks to the Bot API over HTTP.</summary>
public sealed class TelegramBotClient : ITelegramBotClient
{
    private static readonly HttpClient SharedHttp = OwnHttp.Create();

    private readonly TelegramBotClientOptions _options;
    private readonly Transport _transport;

    /// <param name="httpClient">
    /// One of the caller's, without loggers, since the path holds the token. Its own time limit is taken over as
    /// <see cref="Timeout"/> where it has not been used yet; else both hold.
    /// </param>
    public TelegramBotClient(
        TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Timeout = OwnHttp.TakeOverTimeout(httpClient);
        _transport = new(httpClient ?? SharedHttp, options, cancellationToken);
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public long BotId => _options.BotId;

    public TimeSpan Timeout { get; set; }

    public async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _transport.AskAsync(request, LimitFor(request), cancellationToken).ConfigureAwait(false);
            }
            catch (ApiRequestException refusal) when (MayRepeat(request, refusal, attempt))
            {
                var wait = TimeSpan.FromSeconds(refusal.Parameters!.RetryAfter!.Value);
                await _transport.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == 401)
        {
            return false;
        }
    }

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    public Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (string.IsNullOrWhiteSpace(filePath) || filePath.Contains("..", StringComparison.Ordinal))
        {
            throw new ArgumentException("Telegram gave no path under which the file can be had.", nameof(filePath));
        }

        return _transport.DownloadAsync(filePath, destination, Timeout, cancellationToken);
    }

    /// <summary>A long poll may stay open for as long as it asked for, and then has the usual time to answer.</summary>
    private TimeSpan LimitFor(IRequest request) =>
        request is GetUpdatesRequest { Timeout: > 0 and var seconds } && Timeout != System.Threading.Timeout.InfiniteTimeSpan
            ? Timeout + TimeSpan.FromSeconds(seconds)
            : Timeout;

    private bool MayRepeat(IRequest request, ApiRequestException refusal, int attempt) =>
        refusal.ErrorCode == 429
        && _options.RetryThreshold > 0
        && attempt < _options.RetryCount
        && refusal.Parameters?.RetryAfter <= _options.RetryThreshold
        && (request is not ICarriesStreams streams || streams.TryRewind());
}
