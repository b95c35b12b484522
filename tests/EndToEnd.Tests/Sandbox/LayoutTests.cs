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

    [Fact]
    public async Task A_question_that_grows_by_an_edit_keeps_its_buttons_in_view()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await Conversation.PlayAsync(telegram);
        var sent = (await telegram.CallAsync("sendMessage", new { chat_id = telegram.Chat, text = "Kapan?" })).Result();
        var page = await browser.OpenAsync(telegram.Server.BaseAddress, 1366, 768, ColorScheme.Light);
        await Expect(page.Locator(".phone.resident .words").Last).ToContainTextAsync("Kapan?");

        await telegram.CallAsync("editMessageText", new
        {
            chat_id = telegram.Chat,
            message_id = sent.GetProperty("message_id").GetInt32(),
            text = string.Join('\n', Enumerable.Repeat("Periksa dulu, ya", 8)),
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Kirim", callback_data = "kirim" } } } },
        });

        await Expect(page.Locator(".phone.resident .key").Last).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task At_laptop_size_a_resident_and_an_officer_are_wholly_in_view_and_nothing_comes_from_elsewhere()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await Conversation.PlayAsync(telegram);
        var page = await browser.OpenAsync(new Uri("about:blank"));
        var (foreign, mistakes) = (new List<string>(), new List<string>());
        page.Request += (_, request) => foreign.AddRange(new[] { request.Url }.Where(url => !url.StartsWith(telegram.Server.BaseAddress.ToString(), StringComparison.Ordinal)));
        page.Console += (_, message) => mistakes.AddRange(new[] { message.Text }.Where(_ => message.Type == "error"));
        page.PageError += (_, error) => mistakes.Add(error);

        await page.GotoAsync(telegram.Server.BaseAddress.ToString());
        await Expect(page.Locator(".phone")).ToHaveCountAsync(5);

        foreach (var name in new[] { "Siti Aminah", "Camat Pakis Aji" })
        {
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = $"Ponsel {name}" })).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        Assert.Empty(foreign);
        Assert.Empty(mistakes);
    }
}
