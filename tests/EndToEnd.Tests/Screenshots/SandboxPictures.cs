using Kentongan.Bot;
using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>Plays one evening against the whole product and takes the pictures of the README; see <c>./dev screenshots</c>.</summary>
public sealed class SandboxPictures(Browser browser) : IClassFixture<Browser>
{
    private const string Variable = "SCREENSHOTS";

    /// <summary>Wide enough for all six beside one another.</summary>
    private const int AllPhones = 1920;

    [Fact]
    public async Task The_story_of_one_report_from_the_first_tap_to_the_morning_digest_in_pictures()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} does not name a folder for the pictures.");
        Directory.CreateDirectory(folder!);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new AddressInOutput("Open ");
        await using var error = new StringWriter();
        string[] anyPort = ["--Sandbox:Url=http://127.0.0.1:0", "--Sandbox:Web=http://127.0.0.1:0", "--Sandbox:Limits=false"];
        var running = Demo.RunAsync(anyPort, KentonganHost.RunAsync, output, error, stop.Token);
        Assert.True(await Task.WhenAny(running, output.Address) != running, $"The sandbox ended before it ran: {error}");

        using var story = new Story(await output.Address);
        await story.BeginInTheEveningAsync();
        await story.FileAsync(await PhotoAsync(browser));
        await TakeAsync(story.Address, folder!, "report.png");
        await story.AcceptAsync();
        await TakeAsync(story.Address, folder!, "sandbox.png", width: AllPhones);
        await TakeAsync(story.Address, folder!, "sandbox-dark.png", ColorScheme.Dark, AllPhones);
        await TakeAsync(story.Address, folder!, "sandbox-narrow.png", width: 412);
        await story.LookUpAsync();
        await story.WaitForMorningAsync();
        await TakeAsync(story.Address, folder!, "digest.png", show: "Koordinator Jepara");

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    private async Task TakeAsync(
        Uri address, string folder, string name, ColorScheme scheme = ColorScheme.Light, int width = 1366, string? show = null)
    {
        var page = await browser.OpenAsync(address, width, 768, scheme);
        await page.EvaluateAsync("() => localStorage.setItem('hint', 'hidden')");
        await page.ReloadAsync();
        await Expect(page.Locator(".phone")).ToHaveCountAsync(6);
        if (show is not null)
        {
            await page.GetByRole(AriaRole.Region, new() { Name = $"Ponsel {show}" }).ScrollIntoViewIfNeededAsync();
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled });
        await page.Context.CloseAsync();
    }

    /// <summary>A stall at night, drawn rather than photographed, as the JPEG that a phone would send.</summary>
    internal static async Task<byte[]> PhotoAsync(Browser browser)
    {
        var page = await browser.OpenAsync(new Uri("about:blank"), 320, 240);
        await page.SetContentAsync("""
            <body style="margin:0;height:240px;background:linear-gradient(#0d1b2a 60%,#2b2118 60%)">
              <div style="position:absolute;left:70px;top:70px;width:180px;height:24px;background:#8d3b2f"></div>
              <div style="position:absolute;left:82px;top:94px;width:156px;height:82px;background:#d9a441"></div>
              <div style="position:absolute;left:82px;top:138px;width:156px;height:38px;background:#5d4429"></div>
              <div style="position:absolute;left:104px;top:114px;width:9px;height:24px;background:#3f6b4f;
                box-shadow:20px 0 #6b4f3f,40px 0 #3f6b4f,60px 0 #4f5f6b,80px 0 #6b4f3f"></div>
            </body>
            """);
        var photo = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 80 });
        await page.Context.CloseAsync();
        return photo;
    }
}
