using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class PngCleaningTests
{
    [Fact]
    public async Task Nothing_an_editor_wrote_about_its_owner_survives()
    {
        var picture = PngFactory.Betraying();
        Canary.AssertSomeIn(picture);

        var clean = await Cleaning.Cleaned(picture);

        Assert.Equal((EvidenceKind.Photo, "image/png", "png"), (clean.Kind, clean.MediaType, clean.Extension));
        Assert.Equal(["IHDR", "gAMA", "eXIf", "IDAT", "IEND"], PngFactory.Chunks(clean.Content).Select(chunk => chunk.Type));
        Canary.AssertNoneIn(clean.Content);
    }

    [Fact]
    public async Task The_pixels_are_those_of_the_original()
    {
        var clean = await Cleaning.Cleaned(PngFactory.Betraying());

        Assert.Equal(PngFactory.Rows(40, 30, 3), PngFactory.Unpack(clean.Content));
    }

    [Fact]
    public async Task Cleaning_again_changes_nothing_and_the_same_picture_always_gives_the_same_bytes()
    {
        var once = await Cleaning.Cleaned(PngFactory.Betraying());
        var twice = await Cleaning.Cleaned(once.Content);
        var again = await Cleaning.Cleaned(PngFactory.Betraying());

        Assert.Equal(once.Content, twice.Content);
        Assert.Equal(once.Content, again.Content);
    }

    [Fact]
    public async Task A_palette_and_its_transparency_are_kept()
    {
        var picture = PngFactory.Of(
            ("IHDR", PngFactory.Header(4, 2, colour: 3)), ("PLTE", [1, 2, 3, 4, 5, 6]), ("tRNS", [7]),
            ("IDAT", PngFactory.Pack([0, 0, 1, 0, 1, 0, 1, 0, 1, 0])), ("IEND", []));

        var clean = await Cleaning.Cleaned(picture);

        Assert.Equal(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"], PngFactory.Chunks(clean.Content).Select(chunk => chunk.Type));
    }

    [Fact]
    public async Task An_interlaced_picture_is_unpacked_pass_by_pass()
    {
        // 3 x 3 grey in seven passes of which the second, third are empty: 1x1, 1x1 (left 2), 2x1, 1x1+1x1, 3x1.
        byte[] rows = [0, 1, 0, 2, 0, 3, 4, 0, 5, 0, 6, 0, 7, 8, 9];
        var picture = PngFactory.Of(("IHDR", PngFactory.Header(3, 3, colour: 0, interlace: 1)), ("IDAT", PngFactory.Pack(rows)), ("IEND", []));

        var clean = await Cleaning.Cleaned(picture);

        Assert.Equal(rows, PngFactory.Unpack(clean.Content));
    }

    [Fact]
    public async Task A_picture_that_unfolds_into_billions_of_pixels_is_too_large()
    {
        var picture = PngFactory.Of(("IHDR", PngFactory.Header(60_000, 60_000)), ("IDAT", PngFactory.Pack(new byte[10])), ("IEND", []));

        Assert.Equal(CleaningRefusal.TooLarge, await Cleaning.Refused(picture));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Pixels_that_are_too_few_or_too_many_are_broken(int difference)
    {
        var rows = PngFactory.Rows(40, 30, 3);
        Array.Resize(ref rows, rows.Length + difference);
        var picture = PngFactory.Of(("IHDR", PngFactory.Header(40, 30)), ("IDAT", PngFactory.Pack(rows)), ("IEND", []));

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture));
    }

    [Fact]
    public async Task An_unknown_chunk_without_which_the_picture_cannot_be_understood_is_broken()
    {
        var picture = PngFactory.Of(("IHDR", PngFactory.Header(40, 30)), ("CNRY", [1]), ("IDAT", PngFactory.Pack(PngFactory.Rows(40, 30, 3))), ("IEND", []));

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture));
    }

    [Fact]
    public async Task A_wrong_checksum_is_broken()
    {
        var picture = PngFactory.Picture();
        picture[^1] ^= 1;

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture));
    }

    [Fact]
    public async Task A_picture_cut_off_anywhere_is_broken()
    {
        var picture = PngFactory.Picture(12, 9);

        for (var length = 8; length < picture.Length; length++)
        {
            Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture[..length]));
        }
    }
}
