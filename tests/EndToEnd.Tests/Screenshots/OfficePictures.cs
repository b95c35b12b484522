using Kentongan.EndToEnd.Tests.BackOffice;
using Kentongan.EndToEnd.Tests.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>The pages of the back office on one evening as pictures; see <c>./dev screenshots</c>. Map and figures are in <see cref="EveryPagePictures"/>.</summary>
public sealed class OfficePictures(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("board", "/papan"), ("list", "/daftar"), ("system", "/sistem"), ("people", "/petugas"), ("jobs", "/pekerjaan"),
        ("audit", "/audit?periksa=ya"), ("programmes", "/program"), ("calendar", "/kalender"), ("keys", "/pintasan"), ("operations", "/operasi"), ("units", "/petugas/wilayah"), ("retention", "/retensi"), ("leave", "/cuti"), ("sessions", "/sesi"), ("search", "/cari"),
    ];

    [Fact]
    public async Task Every_page_of_the_back_office_in_pictures()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "SCREENSHOTS does not name a folder for the pictures.");
        Directory.CreateDirectory(folder!);
        await using var office = new OpenOffice();
        await office.InitializeAsync();
        using var story = new Story(office.Telegram);
        await story.FileAsync(await SandboxPictures.PhotoAsync(browser));

        var kapolsek = await OpenAsync(office, "kapolsek");
        await kapolsek.GotoAsync(new Uri(office.Address, "/papan").ToString());
        await kapolsek.Locator("section:has(#kolom-New) .case a").First.ClickAsync();
        await kapolsek.GetByRole(AriaRole.Button, new() { Name = "Terima", Exact = true }).ClickAsync();
        await kapolsek.Locator("summary", new() { HasText = "Catatan dalam" }).ClickAsync();
        await kapolsek.GetByLabel("Catatan dalam").FillAsync("Patroli diarahkan ke balai sejak jam tujuh.");
        await kapolsek.GetByRole(AriaRole.Button, new() { Name = "Catatan dalam" }).ClickAsync();
        await kapolsek.Locator("summary", new() { HasText = "Tanya pelapor" }).ClickAsync();
        await kapolsek.GetByLabel("Pertanyaan").FillAsync("Di sebelah mana balai, dan masih ramai?");
        await kapolsek.GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
        await Expect(kapolsek.Locator(".said.ours")).ToHaveCountAsync(1);
        var number = new Uri(kapolsek.Url).Segments[^1];

        var coordinator = await OpenAsync(office, "koordinator");
        foreach (var (name, path) in Pages.Concat([("case", $"/kasus/{number}"), ("as-camat", $"/kasus/{number}/sebagai/camat"), ("as-reporter", $"/kasus/{number}/sebagai/pelapor")]))
        {
            await TakeAsync(coordinator, office, path, folder!, name);
        }

        await InviteAsync(coordinator, office, folder!);
        var dark = await OpenAsync(office, "koordinator", 1366, ColorScheme.Dark);
        await TakeAsync(dark, office, "/papan", folder!, "board-dark");
        await TakeAsync(dark, office, $"/kasus/{number}", folder!, "case-dark");
        var phone = await OpenAsync(office, "kapolsek", 390, ColorScheme.Dark);
        await TakeAsync(phone, office, "/papan", folder!, "board-narrow");
        await TakeAsync(phone, office, $"/kasus/{number}", folder!, "case-narrow");
        await TakeAsync(phone, office, "/daftar", folder!, "list-narrow");
    }

    /// <summary>An invitation as it is shown once, and the page of somebody who holds a seat.</summary>
    private static async Task InviteAsync(IPage page, OpenOffice office, string folder)
    {
        await page.GotoAsync(new Uri(office.Address, "/petugas").ToString());
        await page.Locator("summary").First.ClickAsync();
        await page.GetByLabel("Nama yang dibaca rekan").FillAsync("Camat Mlonggo");
        await page.GetByLabel("Jabatan").SelectOptionAsync("camat");
        await page.GetByLabel("Kecamatan (untuk tiga pilar)").SelectOptionAsync(new SelectOptionValue { Label = "Mlonggo" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Undang petugas" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "invite.png"), Animations = ScreenshotAnimations.Disabled });
        await page.GetByRole(AriaRole.Link, new() { Name = "Kapolsek Pakis Aji" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "person.png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static async Task TakeAsync(IPage page, OpenOffice office, string path, string folder, string name)
    {
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, FullPage = name.StartsWith("case", StringComparison.Ordinal) });
    }

    private async Task<IPage> OpenAsync(OpenOffice office, string role, int width = 1366, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 768 }, ColorScheme = scheme });
        await page.Context.AddCookiesAsync([office.CookieOf(role)]);
        return page;
    }
}
