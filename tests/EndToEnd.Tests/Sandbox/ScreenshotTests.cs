using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>Pictures of the page for documentation, taken where <c>SCREENSHOTS</c> names a directory.</summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("sandbox-light", 1366, 768, ColorScheme.Light)]
    [InlineData("sandbox-dark", 1366, 768, ColorScheme.Dark)]
    [InlineData("sandbox-wide", 1920, 1000, ColorScheme.Light)]
    [InlineData("sandbox-narrow", 420, 860, ColorScheme.Light)]
    public async Task The_page_with_a_report_on_its_way(string name, int width, int height, ColorScheme scheme)
    {
        var directory = Environment.GetEnvironmentVariable("SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(directory), "SCREENSHOTS names no directory.");
        await using var telegram = await LocalTelegram.StartAsync();
        await Conversation.PlayAsync(telegram);

        var page = await browser.OpenAsync(telegram.Server.BaseAddress, width, height, scheme);
        await Expect(page.Locator(".phone.coordinator .words").Last).ToContainTextAsync("Ringkasan");
        await page.ScreenshotAsync(new() { Path = Path.Combine(directory!, name + ".png") });

        Assert.True(File.Exists(Path.Combine(directory!, name + ".png")));
    }
}
