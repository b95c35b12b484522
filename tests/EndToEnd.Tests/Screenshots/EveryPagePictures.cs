using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.Tests;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>
/// Every page of the back office with invented years behind it, wide and narrow, light and dark, and what is printed; for looking at, not for keeping. See
/// <c>./dev screenshots every FOLDER [BOUNDARIES]</c>.
/// </summary>
public sealed class EveryPagePictures(Browser browser) : IClassFixture<Browser>
{
    /// <summary>What is left of a sheet between its margins, in points of a screen.</summary>
    private const int A4 = 695;

    private const int Reports = 2000;

    /// <summary>Beside the addresses themselves: narrowed, opened further.</summary>
    private static readonly string[] More =
        ["/daftar?antrean=terlambat", "/peta?kec=33.20.05", "/bulanan?kec=33.20.05", "/kasus/{nomor}?jejak=kiriman", "/audit?periksa=ya", "/tidak-ada", "/kasus/{darurat}", "/kasus/{darurat}/sebagai/pelapor", "/kasus/{darurat}/sebagai/danramil"];

    private static readonly string[] Printed = ["/bulanan", "/bulanan?kec=33.20.05", "/bulanan/umum", "/peta", "/peta?kec=33.20.05"];

    [Fact]
    public async Task Every_page_wide_and_narrow_light_and_dark_and_printed()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS_EVERY");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SCREENSHOTS_EVERY does not name a folder for the pictures.");
        Directory.CreateDirectory(folder!);
        await using var office = await PastOffice.OpenAsync(Reports, Environment.GetEnvironmentVariable("SCREENSHOTS_BOUNDARIES") is { Length: > 0 } file ? file : null);
        await DecideAsync(await OpenAsync(office, 1366, ColorScheme.Light), office);
        foreach (var (width, scheme) in new[] { (1366, ColorScheme.Light), (390, ColorScheme.Light), (1366, ColorScheme.Dark), (390, ColorScheme.Dark) })
        {
            var page = await OpenAsync(office, width, scheme);
            await page.GotoAsync(new Uri(office.Address, "/petugas").ToString());
            var person = (await page.Locator(".people th a").First.GetAttributeAsync("href"))!.Split('/')[^1];
            foreach (var path in OfficeAddresses.PagesFor("stranger", "officer", "case", "reader", "coordinator").Concat(More).Select(path => Filled(path, office, person)).Distinct())
            {
                await page.GotoAsync(new Uri(office.Address, path).ToString());
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{NameOf(path)}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });
            }
        }

        var print = await OpenAsync(office, A4, ColorScheme.Light);
        await print.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var path in Printed)
        {
            await print.GotoAsync(new Uri(office.Address, path).ToString());
            await print.PdfAsync(new() { Path = Path.Combine(folder!, NameOf(path) + ".pdf"), PreferCSSPageSize = true });
            await print.ScreenshotAsync(new() { Path = Path.Combine(folder!, NameOf(path) + "-print.png"), FullPage = true });
        }
    }

    /// <summary>With a year behind it the figures, the map and the month have something to show.</summary>
    [Fact]
    public async Task Figures_map_and_month_in_pictures()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SCREENSHOTS does not name a folder for the pictures.");
        Directory.CreateDirectory(folder!);
        await using var office = await PastOffice.OpenAsync(Reports, boundaries: null);
        var wide = await OpenAsync(office, 1366, ColorScheme.Light);
        foreach (var (name, path) in new[] { ("map", "/peta"), ("figures", "/angka"), ("month", "/bulanan"), ("month-public", "/bulanan/umum") })
        {
            await TakeAsync(wide, office, path, folder!, name);
        }

        await TakeAsync(await OpenAsync(office, 390, ColorScheme.Dark), office, "/peta", folder!, "map-narrow");
        var door = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        await TakeAsync(door, office, "/masuk", folder!, "door");
    }

    /// <summary>Decisions and actions in the report of the month, and several cases held back.</summary>
    private static async Task DecideAsync(IPage page, PastOffice office)
    {
        foreach (var (which, text, owner) in new[]
        {
            ("Tambah permintaan", "Perpanjang patroli gabungan malam Minggu di jalur pantai sampai akhir tahun", "Bupati"),
            ("Tambah tindak lanjut", "Razia warung di jalur pantai bersama Satpol PP", "Kasatpol PP"),
            ("Tambah tindak lanjut", "Penyuluhan di tiga SMK tentang miras oplosan", "Kepala Dinas Pendidikan"),
        })
        {
            await page.GotoAsync(new Uri(office.Address, "/bulanan").ToString());
            var form = page.Locator("details", new() { Has = page.Locator("summary", new() { HasText = which }) });
            await form.Locator("summary").ClickAsync();
            await form.Locator("[name=isi]").FillAsync(text);
            await form.Locator("[name=pemilik]").FillAsync(owner);
            await form.Locator("[name=tenggat]").FillAsync(DateTime.UtcNow.AddDays(owner == "Bupati" ? 30 : 9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await form.Locator("button").ClickAsync();
        }

        await page.GotoAsync(new Uri(office.Address, "/daftar?status=ResolutionProposed").ToString());
        foreach (var box in (await page.Locator("input[name=kasus]").AllAsync()).Take(3))
        {
            await box.CheckAsync();
        }

        await page.Locator("#banyak select").SelectOptionAsync("Verify");
        await page.Locator("#banyak button").ClickAsync();
        await page.Locator("form[action='/daftar/banyak/lakukan'] button").ClickAsync();
    }

    private static async Task TakeAsync(IPage page, PastOffice office, string path, string folder, string name)
    {
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static string NameOf(string path) => path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-') is { Length: > 0 } name ? name : "awal";

    private static string Filled(string path, PastOffice office, string person) => path
        .Replace("{nomor}", office.Number, StringComparison.Ordinal).Replace("{darurat}", office.Emergency, StringComparison.Ordinal).Replace("{kursi}", "danramil", StringComparison.Ordinal)
        .Replace("{id:guid}", person, StringComparison.Ordinal).Replace("{tautan}", "tidak-ada", StringComparison.Ordinal);

    private async Task<IPage> OpenAsync(PastOffice office, int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 768 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.Context.AddCookiesAsync([office.Cookie]);
        return page;
    }
}
