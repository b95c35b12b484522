using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class JpegCleaningTests
{
    [Fact]
    public async Task Nothing_a_phone_wrote_about_its_owner_survives()
    {
        var photo = JpegFactory.Betraying();
        Canary.AssertSomeIn(photo);

        var clean = await Cleaning.Cleaned(photo);

        Assert.Equal((EvidenceKind.Photo, "image/jpeg", "jpg"), (clean.Kind, clean.MediaType, clean.Extension));
        Canary.AssertNoneIn(clean.Content);
    }

    [Fact]
    public async Task The_picture_itself_is_kept_bit_for_bit()
    {
        var plain = JpegFactory.Photo();
        var pixels = plain[2..];

        var clean = await Cleaning.Cleaned(JpegFactory.Betraying());

        Assert.True(clean.Content.AsSpan().EndsWith(pixels));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_photo_stays_the_right_way_up(byte orientation)
    {
        var clean = await Cleaning.Cleaned(JpegFactory.Betraying(orientation));

        byte[] expected = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"u8, orientation, 0, 0, 0, 0, 0, 0];
        Assert.True(clean.Content.AsSpan().IndexOf(expected) > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public async Task An_upright_or_nonsensical_orientation_leaves_no_exif(byte orientation)
    {
        var clean = await Cleaning.Cleaned(JpegFactory.Betraying(orientation));

        Assert.True(clean.Content.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public async Task Cleaning_again_changes_nothing_and_the_same_photo_always_gives_the_same_bytes()
    {
        var once = await Cleaning.Cleaned(JpegFactory.Betraying());
        var twice = await Cleaning.Cleaned(once.Content);
        var again = await Cleaning.Cleaned(JpegFactory.Betraying());

        Assert.Equal(once.Content, twice.Content);
        Assert.Equal(once.Content, again.Content);
    }

    [Fact]
    public async Task An_archive_behind_the_photo_is_cut_off()
    {
        var clean = await Cleaning.Cleaned([.. JpegFactory.Photo(), .. Canary.Zip()]);

        Canary.AssertNoneIn(clean.Content);
        Assert.True(clean.Content.AsSpan().IndexOf("PK"u8) < 0);
    }

    [Fact]
    public async Task Colours_that_need_the_adobe_marker_keep_its_one_number()
    {
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0x12, 0x34, 0x56, 0x78, 2];
        var print = JpegFactory.With(JpegFactory.Photo(ids: [1, 2, 3, 4]), (0xEE, [.. adobe, .. Canary.Bytes(Canary.Author)]));

        var clean = await Cleaning.Cleaned(print);

        Canary.AssertNoneIn(clean.Content);
        Assert.True(clean.Content.AsSpan(2).StartsWith<byte>([0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]));
    }

    [Fact]
    public async Task A_photo_with_restart_markers_is_taken_and_one_with_a_marker_out_of_turn_is_not()
    {
        var photo = JpegFactory.Photo(restartEvery: 4);
        var swapped = (byte[])photo.Clone();
        swapped[swapped.AsSpan().IndexOf<byte>([0xFF, 0xD2]) + 1] = 0xD5;

        Assert.True((await Cleaning.Cleaned(photo)).Content.AsSpan().EndsWith(photo.AsSpan(2)));
        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(swapped));
    }

    [Fact]
    public async Task A_progressive_photo_is_followed_pass_by_pass_and_kept_bit_for_bit()
    {
        var photo = JpegFactory.Progressive;

        var clean = await Cleaning.Cleaned(JpegFactory.With(photo, (0xFE, Canary.Bytes(Canary.Comment))));

        Assert.Equal(photo, clean.Content);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_hides_behind_the_last_block_of_a_scan_is_left_out(bool progressive)
    {
        var photo = progressive ? JpegFactory.Progressive : JpegFactory.Photo();

        var clean = await Cleaning.Cleaned([.. photo[..^2], .. Canary.Bytes(Canary.Trailing), .. photo[^2..]]);
        var plain = await Cleaning.Cleaned(photo);

        Assert.Equal(plain.Content, clean.Content);
    }

    [Fact]
    public async Task A_scan_with_too_few_blocks_is_broken()
    {
        var photo = JpegFactory.Photo();

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused([.. photo[..^12], 0xFF, 0xD9]));
    }

    [Fact]
    public async Task A_photo_that_unfolds_into_billions_of_pixels_is_too_large()
    {
        var photo = JpegFactory.Photo();
        var frame = photo.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }.CopyTo(photo.AsSpan(frame + 5));

        Assert.Equal(CleaningRefusal.TooLarge, await Cleaning.Refused(photo));
    }

    [Fact]
    public async Task A_photo_of_no_height_is_broken()
    {
        var photo = JpegFactory.Photo(height: 0);

        Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(photo));
    }

    [Fact]
    public async Task A_photo_cut_off_anywhere_is_broken()
    {
        var photo = JpegFactory.With(JpegFactory.Photo(), (0xE1, [.. "Exif\0\0"u8, .. Canary.Exif(6, [])]));

        for (var length = 3; length < photo.Length; length++)
        {
            Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(photo[..length]));
        }
    }
}
