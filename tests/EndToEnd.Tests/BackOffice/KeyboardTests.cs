using System.Text.RegularExpressions;
using Kentongan.EndToEnd.Tests.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>Fifty mixed reports gone through by keys alone; what came out is counted.</summary>
public sealed class KeyboardTests(Browser browser, OpenOffice office) : IClassFixture<Browser>, IClassFixture<OpenOffice>
{
    private const int Reports = 50, Before = 3;

    [Fact]
    public async Task Fifty_mixed_reports_are_triaged_by_keys_alone()
    {
        await office.FileMixedAsync(Reports);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, ReducedMotion = ReducedMotion.Reduce });
        await page.Context.AddCookiesAsync([office.CookieOf("camat")]);
        await page.GotoAsync(new Uri(office.Address, "/peta").ToString()); // elsewhere: who is sent to where they are has not seen when they came

        for (var i = 0; i < Reports; i++)
        {
            await ToAsync(page, "gb", "/papan");
            await ToAsync(page, "gd", "/daftar");
            await ChooseWaitingAsync(page);
            await KeysAsync(page, "Enter");
            await page.WaitForURLAsync("**/kasus/*");
            await KeysAsync(page, "a");
            await StandsAsync(page, "diterima");
            await DoAsync(page, i % 8);
        }

        Assert.Equal(
            (7 + 6 + 6, 7 + 6, 6, 6 + 6, Before),
            (await CountAsync(page, "Accepted"), await CountAsync(page, "InProgress"), await CountAsync(page, "Referred"), await CountAsync(page, "ResolutionProposed"), await CountAsync(page, "Offered")));
        await ToAsync(page, "gm", "/peta");
        await ToAsync(page, "gd", "/daftar");
        await KeysAsync(page, "j", "j", "k");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('[data-case] a')].indexOf(document.activeElement)"));
        await KeysAsync(page, "/");
        await Expect(page.Locator("#cari")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Single_letters_do_nothing_for_whoever_switched_them_off()
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, ReducedMotion = ReducedMotion.Reduce });
        await page.Context.AddCookiesAsync([office.CookieOf("camat")]);
        await page.GotoAsync(new Uri(office.Address, "/daftar").ToString());
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Matikan" }).ClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-keys", "off");

        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("j");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Equal("BODY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        await page.GotoAsync(new Uri(office.Address, "/pintasan").ToString());
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Hidupkan" }).ClickAsync();
        await Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-keys", "off");
    }

    /// <summary>One of eight ways to go on with what was just accepted.</summary>
    private static async Task DoAsync(IPage page, int way)
    {
        if (way is 1 or 2 or 5 or 6 or 7)
        {
            await KeysAsync(page, "m");
            await StandsAsync(page, "dikerjakan");
        }

        switch (way)
        {
            case 2:
                await KeysAsync(page, "n");
                await page.Keyboard.TypeAsync("Dicek lewat telepon.");
                await KeysAsync(page, "Tab", "Enter");
                await Expect(page.Locator(".timeline .note")).ToHaveCountAsync(1);
                break;
            case 3:
                await KeysAsync(page, "t");
                await page.Keyboard.TypeAsync("Di sebelah mana?");
                await KeysAsync(page, "Tab", "Enter");
                await Expect(page.Locator(".said.ours")).ToHaveCountAsync(1);
                break;
            case 4:
                await KeysAsync(page, "h", "Tab", "Enter");
                await Expect(page.Locator(".timeline")).ToContainTextAsync("Limpahan ditawarkan");
                break;
            case 5:
                await KeysAsync(page, "r", "Tab", "Tab", "Enter");
                await StandsAsync(page, "dirujuk");
                break;
            case 6:
                await KeysAsync(page, "e", "Tab");
                await page.Keyboard.TypeAsync("Sudah dibubarkan, tidak ada korban, orang tua dipanggil.");
                await KeysAsync(page, "Tab", "Tab", "Enter"); // past the proof
                await StandsAsync(page, "perlu verifikasi");
                break;
            case 7:
                var before = page.Url.Split('?')[0];
                await KeysAsync(page, "Shift+E", "Tab");
                await page.Keyboard.TypeAsync("Sudah dibubarkan, tidak ada korban, orang tua dipanggil.");
                await KeysAsync(page, "Tab", "Tab", "Tab", "Enter");
                await page.WaitForURLAsync(url => url.Contains("selesai", StringComparison.Ordinal) && url.Split('?')[0] != before);
                break;
        }
    }

    /// <summary>Goes down the list until a case is focused that waits to be accepted.</summary>
    private static async Task ChooseWaitingAsync(IPage page)
    {
        for (var step = 0; step < 100; step++)
        {
            await KeysAsync(page, "j");
            if (await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('tr')?.textContent.includes('ditawarkan')"))
            {
                return;
            }
        }

        Assert.Fail("No case waits to be accepted.");
    }

    private static async Task ToAsync(IPage page, string keys, string path)
    {
        foreach (var key in keys)
        {
            await KeysAsync(page, key.ToString());
        }

        await page.WaitForURLAsync("**" + path);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private static async Task KeysAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>The next page is there, and with it the script that hears the keys.</summary>
    private static async Task StandsAsync(IPage page, string state)
    {
        await Expect(page.Locator(".case-head .state")).ToContainTextAsync(state);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private async Task<int> CountAsync(IPage page, string status)
    {
        await page.GotoAsync(new Uri(office.Address, $"/daftar?status={status}").ToString());
        return int.Parse(Regex.Match((await page.Locator("main p[role=status]").TextContentAsync())!, @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
