using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.Tests;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>Every page in a real browser: legible, named, within its screen, and nothing that the rules of axe complain of.</summary>
[Collection(OfficeWalk.Office)]
public sealed class LegiblePagesTests(Browser browser, OpenOffice office)
{
    private readonly OfficeWalk _walk = new(browser, office);

    [Theory]
    [InlineData("koordinator", 1366, ColorScheme.Light)]
    [InlineData("koordinator", 1366, ColorScheme.Dark)]
    [InlineData("koordinator", 390, ColorScheme.Dark)]
    [InlineData("koordinator", 390, ColorScheme.Light)]
    [InlineData("auditor", 1366, ColorScheme.Light)]
    [InlineData("auditor", 1366, ColorScheme.Dark)]
    [InlineData("auditor", 390, ColorScheme.Dark)]
    [InlineData("camat", 1366, ColorScheme.Dark)]
    [InlineData("camat", 360, ColorScheme.Light)]
    [InlineData("kapolsek", 1366, ColorScheme.Light)]
    [InlineData("kapolsek", 360, ColorScheme.Dark)]
    [InlineData("danramil", 1366, ColorScheme.Dark)]
    [InlineData("danramil", 360, ColorScheme.Light)]
    [InlineData("satpol-pp", 1366, ColorScheme.Light)] // a copy, with less than all
    [InlineData("satpol-pp", 360, ColorScheme.Dark)]
    public async Task Every_page_is_legible_named_and_fits_its_screen(string role, int width, ColorScheme scheme)
    {
        var page = await _walk.OpenAsync(role, "/papan", width, scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"console: {message.Text} {message.Location}");
        foreach (var path in await _walk.PathsAsync(page, role))
        {
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)"); // forms are judged too
            var wrong = await page.EvaluateAsync<string[]>(PageAudit.Script);
            complaints.AddRange(wrong.Select(one => $"{path}: {one}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
            {
                complaints.Add($"{path}: wider than the screen");
            }

            if (width < 500 && await page.EvaluateAsync<string?>("() => [...document.querySelectorAll('.wide')].find(one => one.scrollWidth > one.clientWidth + 1)?.getAttribute('aria-label')") is { } table)
            {
                complaints.Add($"{path}: «{table}» has to be pushed aside to be read");
            }

            complaints.AddRange((await AxeRules.ViolationsAsync(page) ?? []).Select(one => $"{path}: {one}"));
        }

        complaints.RemoveAll(one => one.Contains("404", StringComparison.Ordinal)); // the console tells of the page that is not there
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    }

    [Theory]
    [InlineData(1366, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_door_is_legible_to_whoever_stands_before_it(int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 768 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var complaints = new List<string>();
        foreach (var path in OfficeAddresses.PagesFor("stranger").Select(path => path.Replace("{tautan}", "tidak-ada", StringComparison.Ordinal)))
        {
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            complaints.AddRange((await page.EvaluateAsync<string[]>(PageAudit.Script)).Concat(await AxeRules.ViolationsAsync(page) ?? []).Select(one => $"{path}: {one}"));
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public async Task Axe_is_there_to_be_asked()
    {
        var page = await _walk.OpenAsync("camat", "/papan");

        Assert.SkipWhen(await AxeRules.ViolationsAsync(page) is null, "npm is missing or has no network: the rules of axe-core were not asked.");
    }
}
