using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>Debian's chromium, driven for one test class; where it is not installed its tests are skipped and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(30_000); // a busy machine is slow, and that is no fault of a page
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    public async Task<IPage> OpenAsync(Uri address, int width = 1366, int height = 768, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>A page of a browser of its own, which has been nowhere yet.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(_browser is null, $"{Chromium} is not installed.");
        return await (await _browser!.NewContextAsync(options)).NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
