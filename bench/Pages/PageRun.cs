using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Kentongan.Bench.Product;
using Kentongan.Bench.Runs;
using Kentongan.Bench.Telegram;

namespace Kentongan.Bench.Pages;

/// <summary>How long the pages of the back office take for a coordinator, one request after the other, with years of reports in the store.</summary>
internal sealed partial class PageRun(Settings settings, LeanTelegram telegram, Figures figures)
{
    private const string Target = "median ≤ 100";

    private static readonly TimeSpan AllRead = TimeSpan.FromSeconds(15);

    public async Task RunAsync()
    {
        var directory = Path.Combine(settings.Directory, "pages");
        if (!settings.Given.ContainsKey("keep") && Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        var store = new FullStore(directory, settings.Program);
        var clock = Stopwatch.StartNew();
        var count = await store.FillAsync(settings.Number("reports", 100_000));
        Console.WriteLine($"{count} reports in the store after {clock.Elapsed.TotalSeconds:0} s.");

        var installation = new Installation(directory, settings.Program, telegram);
        using var product = installation.Run(only: "web");
        using var http = await OpenAsync(installation.Web!, await store.SignInAsync(), product);
        var opened = product.Cpu; // the first board has just begun the reading
        var number = await store.SomeCaseAsync();
        var token = Token().Match(await http.GetStringAsync("/cari")).Groups[1].Value;
        var before = product.ResidentMegabytes;
        await MeasureAsync(product, "Search, in the second after the first board", () => SearchAsync(http, token, "sabung ayam"), rounds: 1, target: "");
        await Task.Delay(AllRead); // no page is measured beside the reading of every text
        figures.Add("Search: processor for reading every text, and one question", "ms", (product.Cpu - opened).TotalMilliseconds);
        foreach (var (name, path) in new[]
        {
            ("Board", "/papan"), ("List", "/daftar"), ("List, narrowed", "/daftar?kec=33.20.05&jenis=miras&status=Closed"), ("List, last page", "/daftar?hal=2000"),
            ("Queue of the late", "/daftar?antrean=terlambat"), ("Map", "/peta"), ("Map, desa", "/peta?kec=33.20.05"), ("Figures", "/angka"), ("Monthly report", "/bulanan"), ("Case page", $"/kasus/{number}"),
        })
        {
            await MeasureAsync(product, name, () => http.GetAsync(path));
        }

        foreach (var (name, words) in new[] { ("Search, a common phrase", "sabung ayam"), ("Search, a rare word", "sumberponjo"), ("Search, three letters", "yor"), ("Search, nothing found", "zzzxqy") })
        {
            await MeasureAsync(product, name, () => SearchAsync(http, token, words));
        }

        figures.Add("Search: memory of the process before and after", "MB", before);
        figures.Add("Search: memory of the process before and after", "MB", product.ResidentMegabytes);
        await product.StopAsync();
    }

    private async Task MeasureAsync(ProductProcess product, string name, Func<Task<HttpResponseMessage>> ask, int rounds = 60, string target = Target)
    {
        if (settings.Given.TryGetValue("pages", out var only) && !only.Split(',').Any(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var times = new List<double>();
        var (bytes, worked) = (0L, TimeSpan.Zero);
        for (var i = rounds == 1 ? 0 : -8; i < rounds; i++) // the first ones belong to the compiler
        {
            worked = i == 0 ? product.Cpu : worked;
            var start = Stopwatch.GetTimestamp();
            using var answer = await ask();
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{name}: {(int)answer.StatusCode}");
            }

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes = body.Length;
            }
        }

        times.Sort();
        figures.Add($"{name}: median", "ms", times[times.Count / 2], target);
        figures.Add($"{name}: processor", "ms", (product.Cpu - worked).TotalMilliseconds / times.Count); // steadier than the clock where others work beside it
        figures.Add($"{name}: p95", "ms", times[(int)(times.Count * 0.95)]);
        Console.WriteLine($"    {bytes / 1000.0:0.#} kB");
    }

    private static Task<HttpResponseMessage> SearchAsync(HttpClient http, string token, string words) => http.PostAsync(
        "/cari", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("q", words)]));

    private static async Task<HttpClient> OpenAsync(Uri address, string cookie, ProductProcess product)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("kentongan", cookie));
        var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        for (var i = 0; i < 200; i++)
        {
            try
            {
                (await http.GetAsync("/papan")).EnsureSuccessStatusCode();
                return http;
            }
            catch (HttpRequestException) when (i < 199)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The back office does not answer. {product.Said}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
