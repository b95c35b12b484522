using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class WebPCleaningTests
{
    public static TheoryData<string> Pictures => ["lossy", "lossless", "transparent"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Nothing_an_app_wrote_about_its_owner_survives(string name)
    {
        var picture = WebPFactory.Betraying(Picture(name));
        Canary.AssertSomeIn(picture);

        var clean = await Cleaning.Cleaned(picture);

        Assert.Equal((EvidenceKind.Photo, "image/webp", "webp"), (clean.Kind, clean.MediaType, clean.Extension));
        Canary.AssertNoneIn(clean.Content);
        Assert.Equal(8, WebPFactory.Chunks(clean.Content)[^1].Body[19]); // orientation
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_without_additions_stays_as_it_is(string name)
    {
        var clean = await Cleaning.Cleaned(Picture(name));

        Assert.Equal(Picture(name), clean.Content);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Cleaning_again_changes_nothing(string name)
    {
        var once = await Cleaning.Cleaned(WebPFactory.Betraying(Picture(name)));
        var twice = await Cleaning.Cleaned(once.Content);

        Assert.Equal(once.Content, twice.Content);
    }

    [Fact]
    public async Task A_moving_picture_is_refused()
    {
        var picture = WebPFactory.Of(("VP8X", [2, 0, 0, 0, 0, 0, 0, 0, 0, 0]), ("ANIM", new byte[6]), ("ANMF", new byte[16]));

        Assert.Equal(CleaningRefusal.UnknownType, await Cleaning.Refused(picture));
    }

    [Fact]
    public async Task A_canvas_that_is_not_the_size_of_the_picture_is_broken()
    {
        var picture = WebPFactory.Of([("VP8X", [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0]), .. WebPFactory.Chunks(WebPFactory.Lossy)]);

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture));
    }

    [Fact]
    public async Task A_picture_of_many_pixels_is_too_large()
    {
        Assert.Equal(CleaningRefusal.TooLarge, await Cleaning.Refused(LosslessOf(16_384, 16_384)));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_cut_off_anywhere_is_broken(string name)
    {
        var picture = Picture(name);

        for (var length = 12; length < picture.Length; length++)
        {
            Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(picture[..length]));
        }
    }

    private static byte[] LosslessOf(int width, int height) =>
        WebPFactory.Of(("VP8L", [0x2F, .. BitConverter.GetBytes((uint)((width - 1) | ((height - 1) << 14))), 0, 0, 0]));

    private static byte[] Picture(string name) => name switch
    {
        "lossy" => WebPFactory.Lossy,
        "lossless" => WebPFactory.Lossless,
        _ => WebPFactory.Transparent,
    };
}
