using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kentongan.Bot.Configuration;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Updates by webhook: a path that cannot be guessed and a secret header compared in constant time (threat-model 4, row 16). Set at start
/// and whenever it is found gone; removed at stop, unless others may still listen behind the same address.
/// </summary>
internal sealed partial class Webhook(
    ITelegramBotClient telegram, UpdatePump pump, BotReadiness readiness, WebhookAddress ours, TokenWatch tokens, IOptions<TelegramOptions> options, IOptions<StoreOptions> store, TimeProvider time, ILogger<Webhook> logger) : BackgroundService
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestBody = 1024 * 1024;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Watch = TimeSpan.FromMinutes(1);

    public void Map(IEndpointRouteBuilder app) =>
        app.MapPost(ours.Path, (Delegate)ReceiveAsync).AllowAnonymous().WithMetadata(new NoFormAttribute());

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (store.Value.Provider == StoreProvider.Postgres)
        {
            return; // others may still be served by it; a start with long polling takes it away
        }

        try
        {
            await telegram.DeleteWebhook(cancellationToken: cancellationToken);
        }
        catch (RequestException)
        {
            LogNotRemoved(logger);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var address = options.Value.WebhookUrl!.TrimEnd('/') + ours.Path;
        var set = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Watch;
            try
            {
                var there = (await telegram.GetWebhookInfo(cancellationToken: stoppingToken)).Url;
                await tokens.LookAsync(there, stoppingToken);
                if (!set || there != address)
                {
                    await telegram.SetWebhook(address, allowedUpdates: UpdateReading.Wanted, secretToken: ours.Secret, cancellationToken: stoppingToken);
                }

                set = true;
                readiness.Polled(time.GetUtcNow());
            }
            catch (Exception away) when (away is RequestException or DbException or DbUpdateException)
            {
                LogNotSet(logger);
                pause = Again;
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    /// <summary>200 only when the update is done with; anything else makes Telegram send it again.</summary>
    private async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(ours.Secret)))
        {
            return Results.NotFound();
        }

        if (http.Request.ContentLength > LargestBody)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var update = await JsonSerializer.DeserializeAsync<Update>(http.Request.Body, JsonBotAPI.Options, http.RequestAborted);
            await pump.HandleAsync(update!, CancellationToken.None);
            readiness.Polled(time.GetUtcNow());
            return Results.Ok();
        }
        catch (JsonException)
        {
            LogUnreadable(logger);
            return Results.Ok(); // it would be the same the next time
        }
        catch (OperationCanceledException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook could not be set; trying again. Check Telegram:WebhookUrl and that Telegram can be reached")]
    private static partial void LogNotSet(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook could not be removed; the next start replaces it")]
    private static partial void LogNotRemoved(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A webhook call held no update that can be read; it was confirmed and dropped")]
    private static partial void LogUnreadable(ILogger logger);
}
