using System.Buffers.Binary;
using System.Text;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Pictures;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Tests.Digests;

/// <summary>The pictures of the digest: made from its own figures, locked up, and with nothing in them but pixels.</summary>
public sealed class PictureTests
{
    private static readonly string[] Harmless = ["IHDR", "gAMA", "sRGB", "PLTE", "tRNS", "IDAT", "IEND"];

    [Fact]
    public async Task A_picture_holds_nothing_but_pixels()
    {
        var options = new EvidenceOptions();
        Assert.SkipWhen(PictureMaker.Missing(options) is { } missing, $"{PictureMaker.Missing(options)?.Package} is missing: no picture can be made here.");
        using var maker = new PictureMaker(Options.Create(options), TimeProvider.System);

        var png = await maker.PngAsync(Sheet(), TestContext.Current.CancellationToken);

        Assert.NotNull(png);
        Assert.All(ChunksOf(png), chunk => Assert.Contains(chunk, Harmless));
        Assert.Equal(1000, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        if (Environment.GetEnvironmentVariable("KENTONGAN_KEEP_PICTURES") is { } directory)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, "peta.png"), png, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Without_the_tool_there_is_no_picture_and_the_package_is_named()
    {
        var options = new EvidenceOptions { ToolsDirectory = "/nonexistent" };
        using var maker = new PictureMaker(Options.Create(options), TimeProvider.System);

        Assert.Null(await maker.PngAsync(Sheet(), TestContext.Current.CancellationToken));
        Assert.Equal("librsvg2-bin", PictureMaker.Missing(options)?.Package);
    }

    [Fact]
    public async Task A_drawing_that_asks_for_files_gets_none()
    {
        var options = new EvidenceOptions();
        Assert.SkipWhen(PictureMaker.Missing(options) is not null, "rsvg-convert or bubblewrap is missing: no picture can be made here.");
        using var maker = new PictureMaker(Options.Create(options), TimeProvider.System);
        const string Asking = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><image xlink:href="/etc/passwd" width="9" height="9"/></svg>""";

        var (with, without) = (await maker.PngAsync(Asking, CancellationToken.None), await maker.PngAsync("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>""", CancellationToken.None));

        Assert.Equal(without, with);
    }

    [Fact]
    public async Task The_map_of_a_digest_says_bands_and_no_counts()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual);
        for (var i = 0; i < 3; i++)
        {
            await desk.FileAsync(Desk.Filing("trantibum.tawuran"));
        }

        var figures = await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, null, desk.Clock.Now.AddDays(1), CancellationToken.None));

        Assert.Equal(16, figures.Risk!.Count);
        Assert.NotNull(Assert.Single(figures.Risk, risk => risk.Kecamatan == Jepara.Kedung.Value).Band);
        Assert.All(figures.Risk.Where(risk => risk.Kecamatan != Jepara.Kedung.Value), risk => Assert.Null(risk.Band));
        Assert.Null((await desk.ReadAsync(db => desk.Get<DigestQueries>().ReadAsync(db, Jepara.Kedung, desk.Clock.Now.AddDays(1), CancellationToken.None))).Risk);
        Assert.Equal(figures.Risk, DigestFigures.FromJson(figures.ToJson()).Risk);
    }

    private static string Sheet()
    {
        var shapes = new RegionShapes(Jepara.Jurisdiction, Options.Create(new DataOptions { Directory = Environment.GetEnvironmentVariable("KENTONGAN_KEEP_BOUNDARIES") ?? "/nonexistent" })).All;
        var areas = shapes.Kecamatan.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select((pair, i) => new DrawnArea(
            pair.Value, Jepara.Jurisdiction.Regions.Find(pair.Key)!.Name, "", i % 6 == 5 ? null : (RiskBand)(i % 6), null));
        return PictureSheet.Draw("Peta kerawanan", RegionDrawing.Draw([.. areas], "Peta"), ["Aman", "Siaga", "Waspada", "Rawan", "Bahaya", "data belum cukup"], ["Laporan belum tentu terbukti."]);
    }

    private static IEnumerable<string> ChunksOf(byte[] png)
    {
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            yield return Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }
}
