using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Kentongan.Triage.Tests.Web;

/// <param name="To">Where a redirect leads.</param>
internal sealed record Answer(int Status, string Text, string? To, HttpResponseHeaders Headers, HttpContentHeaders Content)
{
    public string Words => WebUtility.HtmlDecode(Text);

    public string Header(string name) => string.Join(", ", Headers.TryGetValues(name, out var values) ? values : Content.TryGetValues(name, out values) ? values : []);
}

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, sends forms with the hidden field that the page gave.</summary>
internal sealed partial class Visitor(Uri address) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    private HttpClient Http => _http ??= new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public void SetCookie(string name, string value) => _cookies.Add(address, new Cookie(name, value));

    public string? Cookie(string name) => _cookies.GetCookies(address)[name]?.Value;

    public async Task<Answer> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await ReadAsync(answer);
    }

    /// <param name="from">The page that has the form.</param>
    /// <param name="fields">Names and values.</param>
    public async Task<Answer> SendAsync(string from, string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, [("__RequestVerificationToken", TokenIn((await GetAsync(from)).Text)), .. fields]);

    /// <summary>A form from anywhere: without the hidden field of a page.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync(path, form);
        return await ReadAsync(answer);
    }

    /// <summary>A form with files, each under a name that tells much.</summary>
    public async Task<Answer> PostFilesAsync(string path, string field, IEnumerable<byte[]> files, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file), field, "budi-petugas.jpg");
        }

        using var answer = await Http.PostAsync(path, form);
        return await ReadAsync(answer);
    }

    public static string TokenIn(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    public void Dispose() => _http?.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString(), answer.Headers, answer.Content.Headers);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
