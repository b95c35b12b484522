using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>The whole page at several sizes; where <c>SCREENSHOTS</c> names a directory, pictures of it are kept there.</summary>
public sealed class LayoutTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("sandbox-light", 1366, 768, ColorScheme.Light)]
    [InlineData("sandbox-dark", 1366, 768, ColorScheme.Dark)]
    [InlineData("sandbox-wide", 1920, 1000, ColorScheme.Light)]
    [InlineData("sandbox-narrow", 420, 860, ColorScheme.Light)]
    public async Task Nothing_in_a_phone_is_wider_than_the_phone(string name, int width, int height, ColorScheme scheme)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await Conversation.PlayAsync(telegram);

        var page = await browser.OpenAsync(telegram.Server.BaseAddress, width, height, scheme);
        await Expect(page.Locator(".phone.coordinator .words").Last).ToContainTextAsync("Ringkasan");
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } directory)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + ".png") });
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.phone, .phone *')]
              .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > one.closest('.phone').getBoundingClientRect().right + 1)
              .map((one) => one.outerHTML.slice(0, 90))
            """));
    }
}
