using Microsoft.AspNetCore.Http;

namespace Kentongan.Triage.Web.SignIn;

/// <summary>Our cookies: unreadable to scripts, never sent along from other sites, and with the prefix that pins them to this host over HTTPS.</summary>
internal static class WebCookies
{
    public static string Session(WebOptions options) => options.IsSecure ? "__Host-kentongan" : "kentongan";

    public static string Nonce(WebOptions options) => options.IsSecure ? "__Host-kentongan-masuk" : "kentongan-masuk";

    public static string Forgery(WebOptions options) => options.IsSecure ? "__Host-kentongan-borang" : "kentongan-borang";

    public const string Language = "bahasa";

    /// <summary>Says <see cref="Off"/> where somebody wants no single letters to act (WCAG 2.1.4): speech input would press them.</summary>
    public const string Keys = "pintasan", Off = "mati";

    /// <param name="sameSite">Lax where a link from Telegram must bring it along.</param>
    public static CookieOptions Make(WebOptions options, TimeSpan? age, SameSiteMode sameSite = SameSiteMode.Lax) => new()
    {
        HttpOnly = true,
        Secure = options.IsSecure,
        SameSite = sameSite,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
