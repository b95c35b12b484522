using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot;

/// <summary>A bot's access to Telegram; what it can do is in <see cref="TelegramBotClientExtensions"/>.</summary>
public interface ITelegramBotClient
{
    long BotId { get; }

    /// <summary>How long an answer may take; a long poll may take its own time on top.</summary>
    TimeSpan Timeout { get; set; }

    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <returns>False where Telegram does not accept the token.</returns>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    /// <summary>Copies a file into a stream piece by piece; the time limit is for each piece.</summary>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
