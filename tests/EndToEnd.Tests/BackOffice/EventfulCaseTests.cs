using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.EndToEnd.Tests.Screenshots;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>The page of an emergency in which everything has happened: talk, notes, victims, evidence, letters that did not arrive.</summary>
public sealed class EventfulCaseTests(Browser browser) : IClassFixture<Browser>
{
    private const int Reports = 500;

    [Fact]
    public async Task The_page_of_an_eventful_emergency_is_legible_in_either_scheme_on_either_screen()
    {
        await using var office = await PastOffice.OpenAsync(Reports, boundaries: null);
        var complaints = new List<string>();
        foreach (var (width, scheme) in new[] { (1366, ColorScheme.Light), (1366, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 768 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.Context.AddCookiesAsync([office.Cookie]);
            foreach (var more in new[] { "", "?bukti=1", "?jejak=percakapan", "?jejak=catatan", "?jejak=kiriman" })
            {
                await page.GotoAsync(new Uri(office.Address, $"/kasus/{office.Emergency}{more}").ToString());
                if (more.Length == 0)
                {
                    foreach (var part in new[] { ".said.ours", ".said.theirs", ".timeline .note", ".timeline .told.bad", ".counts li", ".evidence .covered" })
                    {
                        Assert.True(await page.Locator(part).CountAsync() > 0, $"There is no {part} to be judged.");
                    }
                }

                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)"); // forms are judged too
                var wrong = (await page.EvaluateAsync<string[]>(PageAudit.Script)).Concat(await AxeRules.ViolationsAsync(page) ?? []);
                complaints.AddRange(wrong.Select(one => $"{width} {scheme} {more}: {one}"));
                if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                {
                    complaints.Add($"{width} {more}: wider than the screen");
                }
            }
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }
}
