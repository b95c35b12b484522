using Kentongan.Bot.Delivery;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Pictures;
using Kentongan.Triage.Regions;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>What the pictures of the morning digest show comes from its figures and from nothing else (policy 6). <c>KENTONGAN_KEEP_PICTURES</c> names a folder to keep them in.</summary>
public sealed class DigestPictureTests
{
    private static readonly Jurisdiction Jepara = Load();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_bars_say_what_the_words_say_and_hide_what_they_hide(int readers)
    {
        var picture = await DrawAsync(Figures(readers), DigestPictureKey.Bars);

        Assert.Equal(readers == 1
            ? "24 jam terakhir · Jepara · 17-09-2026. Masuk 42 (biasanya 31.5), Diterima tepat waktu 37 (biasanya 30), Ditutup 18, Dibuka lagi 2 (biasanya 1), Masih terbuka 103 (biasanya 96)."
            : "24 jam terakhir · Jepara · 17-09-2026. Masuk 42 (biasanya 31.5), Diterima tepat waktu 37 (biasanya 30), Ditutup 18, Dibuka lagi <3 (biasanya 1), Masih terbuka 103 (biasanya 96).",
            picture.Caption);
    }

    [Fact]
    public async Task The_map_names_what_is_high_and_says_how_many_have_too_few()
    {
        var picture = await DrawAsync(Figures(1), DigestPictureKey.Map);

        Assert.StartsWith("Peta kerawanan · Jepara · 17-09-2026.\nBahaya: ", picture.Caption, StringComparison.Ordinal);
        Assert.Contains("Data belum cukup: 2 kecamatan.", picture.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_without_a_map_has_no_picture_of_one()
    {
        using var maker = Maker();

        Assert.Null(await Pictures(maker).DrawAsync(Figures(1) with { Risk = null }, DigestPictureKey.Map, TestContext.Current.CancellationToken));
    }

    private static DigestFigures Figures(int readers) => new(
        "2026-09-17", "33.20", new MachineHealth(true, 40, 40, null), [], 1, new Counted(42, 31.5, 8, 1), new Counted(37, 30, 8, 0), new Counted(18, null, 2, 0), new Counted(2, 1, 8, 0),
        103, 4, [], new DeskCounts(1, 2, 0, 0, 0))
    {
        Left = new Counted(103, 96, 8, 0),
        Readers = readers,
        Risk = [.. Jepara.Kabupaten.Kecamatan.Select((one, i) => new AreaRisk(one.Code.Value, i % 7 == 6 ? null : (RiskBand)(i % 7 % 5)))],
    };

    private static async Task<DrawnPicture> DrawAsync(DigestFigures figures, string which)
    {
        Assert.SkipWhen(PictureMaker.Missing(new EvidenceOptions()) is not null, "rsvg-convert or bubblewrap is missing: no picture can be made here.");
        using var maker = Maker();
        var picture = Assert.IsType<DrawnPicture>(await Pictures(maker).DrawAsync(figures, which, TestContext.Current.CancellationToken));
        if (Environment.GetEnvironmentVariable("KENTONGAN_KEEP_PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"rekap-{which}-{figures.Readers}.png"), picture.Png, TestContext.Current.CancellationToken);
        }

        return picture;
    }

    private static PictureMaker Maker() => new(Options.Create(new EvidenceOptions()), TimeProvider.System);

    private static DigestPictures Pictures(PictureMaker maker) => new(
        maker,
        new RegionShapes(Jepara, Options.Create(new DataOptions { Directory = Environment.GetEnvironmentVariable("KENTONGAN_KEEP_BOUNDARIES") ?? "/nonexistent" })),
        Jepara);

    private static Jurisdiction Load()
    {
        var kabupaten = RegionFiles.Load(Path.Combine(AppContext.BaseDirectory, "regions"), "33.20");
        return new Jurisdiction(
            kabupaten,
            new RegionIndex(kabupaten, boundaries: null),
            ProgrammeFiles.Load(Path.Combine(AppContext.BaseDirectory, "programmes")),
            new LocalTime(TimeZoneInfo.FindSystemTimeZoneById(kabupaten.TimeZone), new HashSet<DateOnly>()));
    }
}
