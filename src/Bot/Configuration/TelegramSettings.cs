using System.Text.RegularExpressions;
using Kentongan.Triage;

namespace Kentongan.Bot.Configuration;

/// <summary>Reads the <c>Telegram</c> section and refuses what cannot work, in one sentence, before anything starts.</summary>
internal static partial class TelegramSettings
{
    public static TelegramOptions Read(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() ?? new TelegramOptions();
        }
        catch (InvalidOperationException)
        {
            throw new StartRefusedException("A value in the section Telegram has the wrong form. Mode is Polling or Webhook, Limits true or false, PollSeconds a number.");
        }
    }

    /// <exception cref="StartRefusedException">Says which option and what to put there. Never quotes the token.</exception>
    public static void Check(TelegramOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token))
        {
            throw new StartRefusedException("Telegram:Token is missing. Ask @BotFather for one and set the environment variable Telegram__Token; to try without one, run the sandbox.");
        }

        if (!Token().IsMatch(options.Token))
        {
            throw new StartRefusedException("Telegram:Token does not look like a token (123456:ABC-DEF…). Copy it again from @BotFather.");
        }

        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartRefusedException("Telegram:BaseUrl must be an address such as https://api.telegram.org.");
        }

        if (options.Mode == UpdateMode.Webhook && (!Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var hook) || hook.Scheme is not ("http" or "https")))
        {
            throw new StartRefusedException("Telegram:Mode is Webhook, so Telegram:WebhookUrl must be the public address of this program, such as https://kentongan.example.go.id.");
        }
    }

    [GeneratedRegex(@"^\d{1,20}:[A-Za-z0-9_-]{3,100}$")]
    private static partial Regex Token();
}
