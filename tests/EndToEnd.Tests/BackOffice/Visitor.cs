using System.Net;
using System.Text.RegularExpressions;
using Kentongan.EndToEnd.Tests.Product;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>An officer at a desk, without a browser: signed in by the digits of the bot.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private Visitor(Uri address)
    {
        Address = address;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>What a browser would show for it.</summary>
    public string Cookie => _cookies.GetCookies(Address)["kentongan"]?.Value ?? throw new InvalidOperationException("Not signed in.");

    public static async Task<Visitor> SignInAsync(Uri address, Hand hand)
    {
        var visitor = new Visitor(address);
        var page = await visitor._http.GetStringAsync("/masuk");
        hand.Says($"/masuk {Code().Match(page).Groups[1].Value}");
        using var entered = await visitor.PostAsync(page, "/masuk", ("angka", DigitsIn(await hand.SeesAsync("Ketik angka"))));
        _ = visitor.Cookie;
        return visitor;
    }

    public static string DigitsIn(Message message) => Digits().Match(Hand.WordsOf(message)) is var found ? found.Groups[1].Value + found.Groups[2].Value : "";

    /// <summary>The body, and what is said of it.</summary>
    public async Task<byte[]> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return [.. System.Text.Encoding.UTF8.GetBytes($"{answer.Headers}{answer.Content.Headers}\n"), .. await answer.Content.ReadAsByteArrayAsync()];
    }

    /// <summary>Sends a form that stands on a page.</summary>
    public async Task<string> SendAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(await _http.GetStringAsync(from), to, fields);
        Assert.True((int)answer.StatusCode is 200 or 302, $"{to}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string page, string to, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await _http.PostAsync(to, form);
    }

    [GeneratedRegex(@"(\d{3}) (\d{3})")]
    private static partial Regex Digits();

    [GeneratedRegex("/masuk ([A-Z0-9]{6})<")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
