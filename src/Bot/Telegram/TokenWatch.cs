using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Raises the alarm when somebody else uses the bot's token: whoever sets a webhook of their own, or fetches updates beside us, reads what
/// residents write from then on (threat-model 4, row 22). Coordinators are told at once and again after an hour; the webhook is taken away.
/// </summary>
internal sealed partial class TokenWatch(
    ITelegramBotClient telegram, WebhookAddress ours, Committer committer, CoordinatorNews news, TimeProvider time, ILogger<TokenWatch> logger)
{
    /// <summary>A process that is just being replaced polls for some seconds more; so many refusals in a row, a minute, are somebody else.</summary>
    public const int Patience = 20;

    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private DateTimeOffset? _told;

    /// <summary>For long polling: takes away whatever webhook is set.</summary>
    /// <exception cref="RequestException">Telegram cannot be reached.</exception>
    public async Task ClearAsync(CancellationToken ct)
    {
        if (await telegram.GetWebhookInfo(ct) is { Url.Length: > 0 } set)
        {
            await LookAsync(set.Url, ct);
            await telegram.DeleteWebhook(cancellationToken: ct);
        }
    }

    /// <param name="url">The webhook that Telegram has; empty for none.</param>
    public async Task LookAsync(string url, CancellationToken ct)
    {
        if (url.Length > 0 && !ours.IsOurs(url))
        {
            await AlarmAsync(ct);
        }
    }

    public async Task AlarmAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (_told is { } told && now - told < Quiet)
        {
            return;
        }

        LogElsewhere(logger);
        await committer.CommitAsync(unit => news.TellAsync(unit, new Notice.TokenElsewhere()), ct);
        _told = now;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Somebody else uses the bot's token and reads what people write to it. Revoke it at @BotFather, set the new one and restart")]
    private static partial void LogElsewhere(ILogger logger);
}
