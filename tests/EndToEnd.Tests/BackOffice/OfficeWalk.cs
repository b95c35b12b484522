using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.Tests;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>One running office and one browser for all who only look and work in it.</summary>
[CollectionDefinition(OfficeWalk.Office)]
public sealed class OfficeGround : ICollectionFixture<Browser>, ICollectionFixture<OpenOffice>;

/// <summary>Opens pages of the running office as somebody who is signed in.</summary>
internal sealed class OfficeWalk(Browser browser, OpenOffice office)
{
    public const string Office = "One office";

    /// <summary>Beside every page of the back office once: some of them narrowed, opened further, or not there.</summary>
    private static readonly string[] More = ["/daftar?antrean=terlambat", "/peta?kec=33.20.15", "/tidak-ada"], MoreForCoordinators = ["/audit?periksa=ya", "/bulanan?kec=33.20.15"];

    /// <summary>Taken from the table that is compared with the program: a new page is opened here without being asked for.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(IPage page, string role)
    {
        var cards = page.Locator("[data-case]");
        var number = await cards.CountAsync() > 0 ? await cards.First.GetAttributeAsync("data-case") : null;
        var person = "";
        var reads = role is "koordinator" or "auditor";
        if (reads)
        {
            await page.GotoAsync(new Uri(office.Address, "/petugas").ToString());
            person = (await page.Locator(".people th a").First.GetAttributeAsync("href"))!.Split('/')[^1];
        }

        string[] pages = reads
            ? [.. OfficeAddresses.PagesFor("officer", "case", "reader"), .. role == "koordinator" ? OfficeAddresses.PagesFor("coordinator") : [], .. More, .. MoreForCoordinators]
            : [.. OfficeAddresses.PagesFor("officer", "case").Where(path => !path.Contains(role == "satpol-pp" ? "/sebagai/" : "{kursi}", StringComparison.Ordinal)), .. More];
        return
        [
            .. pages.Append("/kasus/{nomor}?jejak=kiriman").Where(path => number is not null || !path.Contains("{nomor}", StringComparison.Ordinal)).Select(path => path
                .Replace("{nomor}", number, StringComparison.Ordinal).Replace("{kursi}", "danramil", StringComparison.Ordinal).Replace("{id:guid}", person, StringComparison.Ordinal)),
        ];
    }

    public async Task<IPage> OpenAsync(string role, string path, int width = 1366, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 768 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        await page.Context.AddCookiesAsync([office.CookieOf(role)]);
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        return page;
    }
}
