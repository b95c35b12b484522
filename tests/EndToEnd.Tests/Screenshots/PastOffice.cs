using Kentongan.Bench.Pages;
using Kentongan.EndToEnd.Tests.Product;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>The back office alone, of an installation that has three invented years behind it.</summary>
internal sealed class PastOffice : IAsyncDisposable
{
    private readonly ProductHome _home;
    private readonly ProductProcess _product;
    private readonly string _cookie;

    private PastOffice(ProductHome home, ProductProcess product, string cookie, string number, string emergency, Uri address) =>
        (_home, _product, _cookie, Number, Emergency, Address) = (home, product, cookie, number, emergency, address);

    public Uri Address { get; }

    /// <summary>Of a case somewhere in the middle.</summary>
    public string Number { get; }

    /// <summary>Of an open emergency in which everything has happened that a case page can show.</summary>
    public string Emergency { get; }

    public Cookie Cookie => new() { Name = "kentongan", Value = _cookie, Url = Address.ToString() };

    /// <param name="reports">How many came in within three years.</param>
    /// <param name="boundaries">A file of boundaries to import first; null for approximate cells.</param>
    public static async Task<PastOffice> OpenAsync(int reports, string? boundaries)
    {
        var (home, address) = (new ProductHome(), new Uri($"http://127.0.0.1:{RefusalTests.FreePort()}"));
        var store = new FullStore(home.Root, Path.Combine(AppContext.BaseDirectory, "Kentongan.Bot.dll"));
        await store.FillAsync(reports);
        string[] settings = [$"--Data:Directory={home.Data}", $"--Keys:Directory={home.Keys}", $"--Web:Url={address}", "--Telegram:Token=1:sandbox", "--Roles=web"];
        if (boundaries is not null)
        {
            await using var import = ProductProcess.Start(home, ["regions", "import", boundaries, .. settings]);
            Assert.Equal((0, ""), (await import.EndsAsync(), import.Error));
        }

        var product = ProductProcess.Start(home, ["run", .. settings]);
        await product.RunsAsync();
        Assert.False(product.HasExited, product.Output + product.Error);
        return new PastOffice(home, product, await store.SignInAsync(), await store.SomeCaseAsync(), await store.EventfulCaseAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        _home.Dispose();
    }
}
