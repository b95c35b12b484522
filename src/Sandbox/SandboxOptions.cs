namespace Kentongan.Sandbox;

/// <summary>The <c>Sandbox</c> section: where the local Telegram listens and how strict it is.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Loopback only; port 0 picks a free one.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:8081");

    /// <summary>The bot's token. It opens nothing but this sandbox, so it is no secret.</summary>
    public string Token { get; set; } = "1000000001:sandbox-token-that-opens-nothing-else";

    /// <summary>Whether Telegram's flood limits hold.</summary>
    public bool Limits { get; set; } = true;

    /// <summary>Where the product keeps its data; without it a temporary directory that is removed at the end.</summary>
    public string? Data { get; set; }

    public string Kabupaten { get; set; } = "33.20";

    /// <summary>The kecamatan whose officers are there from the start.</summary>
    public string Kecamatan { get; set; } = "33.20.15";

    /// <summary>Where the product's back office listens.</summary>
    public Uri Web { get; set; } = new("http://127.0.0.1:5080");

    /// <returns>What is wrong, or null.</returns>
    public string? Problem() =>
        !Url.IsAbsoluteUri || Url.Scheme != "http" || !Url.IsLoopback
            ? "Sandbox:Url must be a loopback address such as http://127.0.0.1:8081."
            : !Web.IsAbsoluteUri
                ? "Sandbox:Web must be an address such as http://127.0.0.1:5080."
                : Token.IndexOf(':') <= 0
                    ? "Sandbox:Token must look like 123456:ABC-DEF."
                    : null;
}
