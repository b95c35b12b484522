using System.Text.RegularExpressions;

namespace Kentongan.Sandbox.Telegram;

/// <summary>The two ways in which a bot gets its updates.</summary>
internal sealed partial class UpdateMethods(TelegramWorld world, Webhook webhook)
{
    private const int LongestPoll = 50;

    public async ValueTask<Answer> GetUpdatesAsync(BotCall call)
    {
        if (call.AllowedUpdates() is { } allowed)
        {
            world.Updates.Allowed = allowed;
        }

        var timeout = TimeSpan.FromSeconds(call.Whole("timeout", 0, 0, LongestPoll));
        return await world.Updates.PollAsync(call.Whole("offset", 0), call.Whole("limit", 100, 1, 100), timeout, call.Aborted);
    }

    public Answer SetWebhook(BotCall call)
    {
        var url = call.Text("url");
        if (string.IsNullOrEmpty(url))
        {
            return DeleteWebhook(call);
        }

        var secret = call.Text("secret_token");
        if (secret is { Length: > 256 })
        {
            return Refusal.Bad("secret token is too long");
        }

        if (secret is not null && !SecretToken().IsMatch(secret))
        {
            return Refusal.Bad("secret token contains unallowed characters");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Refusal.Bad("invalid webhook URL specified");
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            return Refusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        if (call.AllowedUpdates() is { } allowed)
        {
            world.Updates.Allowed = allowed;
        }

        if (call.Flag("drop_pending_updates"))
        {
            world.Updates.Drop();
        }

        webhook.Set(new WebhookTarget(address, secret, call.Whole("max_connections", 40, 1, 100)));
        return Answer.Described("Webhook was set");
    }

    public Answer DeleteWebhook(BotCall call)
    {
        var wasSet = webhook.Target is not null;
        webhook.Set(null);
        if (call.Flag("drop_pending_updates"))
        {
            world.Updates.Drop();
        }

        return Answer.Described(wasSet ? "Webhook was deleted" : "Webhook is already deleted");
    }

    public Answer GetWebhookInfo(BotCall call)
    {
        var (target, error) = (webhook.Target, webhook.LastError);
        return Answer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("url", target?.Address.OriginalString ?? "");
            json.WriteBoolean("has_custom_certificate", false);
            json.WriteNumber("pending_update_count", world.Updates.Count);
            if (target is not null)
            {
                json.WriteNumber("max_connections", target.MaxConnections);
                json.WriteString("ip_address", "127.0.0.1");
            }

            if (error is not null)
            {
                json.WriteNumber("last_error_date", error.At.ToUnixTimeSeconds());
                json.WriteString("last_error_message", error.Message);
            }

            if (world.Updates.Allowed is { Count: > 0 } kinds)
            {
                json.WriteStartArray("allowed_updates");
                foreach (var kind in kinds)
                {
                    json.WriteStringValue(kind);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretToken();
}
