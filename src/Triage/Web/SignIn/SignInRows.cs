using Kentongan.Domain;

namespace Kentongan.Triage.Web.SignIn;

/// <summary>
/// A sign-in under way: a browser asked (<see cref="AskedHash"/>, <see cref="NonceHash"/>), or the bot was asked first
/// (<see cref="LinkHash"/>, <see cref="Officer"/>), or both. Only hashes are kept; the row works once, for a few minutes.
/// </summary>
public sealed class SignInRow
{
    public Guid Id { get; set; }

    /// <summary>Hash of the short code that the browser shows; null where the bot was asked first.</summary>
    public byte[]? AskedHash { get; set; }

    /// <summary>Hash of the secret in the cookie of the browser that asked: nobody else's browser can finish (threat-model 5).</summary>
    public byte[]? NonceHash { get; set; }

    /// <summary>Hash of the secret in the link that the bot sent.</summary>
    public byte[]? LinkHash { get; set; }

    /// <summary>Hash of the six digits that the bot sent, for typing where the link cannot be opened.</summary>
    public byte[]? DigitsHash { get; set; }

    public OfficerId? Officer { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A signed-in browser. Only the hash of its cookie is kept.</summary>
public sealed class WebSessionRow
{
    public Guid Id { get; set; }

    public byte[] TokenHash { get; set; } = [];

    public OfficerId Officer { get; set; }

    /// <summary>Family of the browser, such as "Firefox · Linux", so that one knows one's own sessions.</summary>
    public string Browser { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
