using Kentongan.Triage.Keys;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Where Telegram brings updates: a path that cannot be guessed, and the secret that comes with each (threat-model 4, row 16). Both are
/// derived from the installation's key, so that several processes behind one address share them.
/// </summary>
internal sealed class WebhookAddress(MasterKey master)
{
    private readonly Lazy<string> _path = new(() => "/telegram/" + Convert.ToHexStringLower(master.Derive("webhook-path")));
    private readonly Lazy<string> _secret = new(() => Convert.ToHexStringLower(master.Derive("webhook-secret")));

    public string Path => _path.Value;

    public string Secret => _secret.Value;

    /// <summary>Whether a webhook was set by this installation, perhaps under another public address: nobody else knows the path.</summary>
    public bool IsOurs(string url) => Uri.TryCreate(url, UriKind.Absolute, out var set) && set.AbsolutePath == Path;
}
