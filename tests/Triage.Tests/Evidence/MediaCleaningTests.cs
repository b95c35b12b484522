using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class MediaCleaningTests
{
    public static TheoryData<string, string[], EvidenceKind, string> Films => new()
    {
        { "mp4", ["-c:v", "libx264", "-c:a", "aac"], EvidenceKind.Video, "mp4" },
        { "mp4", ["-c:v", "libx265", "-x265-params", "log-level=none", "-c:a", "aac"], EvidenceKind.Video, "mp4" },
        { "mov", ["-c:v", "libx264", "-c:a", "aac", "-timecode", "01:02:03:04"], EvidenceKind.Video, "mp4" },
        { "mov", ["-c:v", "mpeg4", "-c:a", "pcm_s16le"], EvidenceKind.Video, "mp4" },
        { "3gp", ["-c:v", "h263", "-c:a", "aac"], EvidenceKind.Video, "mp4" },
        { "mkv", ["-c:v", "libx264", "-c:a", "aac"], EvidenceKind.Video, "mp4" },
        { "webm", ["-c:v", "libvpx", "-c:a", "libopus"], EvidenceKind.Video, "webm" },
        { "ogg", ["-vn", "-c:a", "libopus"], EvidenceKind.Voice, "ogg" },
        { "ogg", ["-vn", "-c:a", "libvorbis"], EvidenceKind.Audio, "ogg" },
        { "mp3", ["-vn", "-c:a", "libmp3lame", "-write_id3v1", "1"], EvidenceKind.Audio, "mp3" },
        { "m4a", ["-vn", "-c:a", "aac"], EvidenceKind.Audio, "m4a" },
        { "wav", ["-vn", "-c:a", "pcm_s16le"], EvidenceKind.Audio, "wav" },
    };

    [Theory]
    [MemberData(nameof(Films))]
    public async Task Nothing_a_film_or_recording_says_about_its_maker_survives(string extension, string[] codecs, EvidenceKind kind, string becomes)
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var film = Tool.Film(extension, codecs);
        Canary.AssertSomeIn(film);

        var clean = await Cleaning.Cleaned([.. film, .. Trailing(extension)]);

        Assert.Equal((kind, becomes), (clean.Kind, clean.Extension));
        Canary.AssertNoneIn(clean.Content);
        Assert.True(clean.Content.AsSpan().IndexOf("x264 - core"u8) < 0 && clean.Content.AsSpan().IndexOf("x265 (build"u8) < 0);
        Tool.AssertPlays(clean.Content, becomes);
    }

    [Theory]
    [InlineData("libx264")]
    [InlineData("libx265")]
    public async Task The_pictures_of_a_film_are_those_of_the_original(string codec)
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var film = Tool.Film("mp4", "-c:v", codec, "-c:a", "aac");

        var clean = await Cleaning.Cleaned(film);
        var again = await Cleaning.Cleaned(film);

        Assert.Equal(Tool.Pictures(film, "mp4"), Tool.Pictures(clean.Content, "mp4"));
        Assert.Equal(clean.Content, again.Content);
    }

    [Fact]
    public async Task A_clean_film_stays_clean_and_its_pictures_the_same()
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var once = await Cleaning.Cleaned(Tool.Film("mp4", "-c:v", "libx264", "-c:a", "aac"));

        var twice = await Cleaning.Cleaned(once.Content);

        Assert.Equal(Tool.Pictures(once.Content, "mp4"), Tool.Pictures(twice.Content, "mp4"));
    }

    [Theory]
    [InlineData("ogg", "libopus")]
    [InlineData("mp3", "libmp3lame")]
    [InlineData("wav", "pcm_s16le")]
    public async Task Cleaning_a_recording_again_changes_nothing(string extension, string codec)
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var once = await Cleaning.Cleaned(Tool.Film(extension, "-vn", "-c:a", codec));

        var twice = await Cleaning.Cleaned(once.Content);

        Assert.Equal(once.Content, twice.Content);
    }

    [Fact]
    public async Task A_film_cut_off_in_its_middle_is_broken()
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var film = Tool.Film("mp4", "-c:v", "libx264", "-c:a", "aac");

        foreach (var part in (double[])[0.01, 0.1, 0.5, 0.9, 0.999])
        {
            Assert.Equal(CleaningRefusal.Broken, await Cleaning.Refused(film[..(int)(film.Length * part)]));
        }
    }

    [Fact]
    public async Task A_damaged_film_is_a_result_and_never_a_leak()
    {
        Tool.Needs("ffmpeg", "bubblewrap");
        var film = Tool.Film("mp4", "-c:v", "libx264", "-c:a", "aac");
        var random = new Random(20261124);
        for (var round = 0; round < 30; round++)
        {
            var damaged = (byte[])film.Clone();
            for (var flips = random.Next(1, 20); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            if (await Cleaning.Of(damaged) is CleaningResult.Cleaned clean)
            {
                Canary.AssertNoneIn(clean.Content);
            }
        }
    }

    [Fact]
    public void An_uncleaned_film_does_not_pass_the_last_check()
    {
        Tool.Needs("ffmpeg", "bubblewrap");

        Assert.False(Kentongan.Triage.Evidence.Media.Mp4Check.IsClean(Tool.Film("mp4", "-c:v", "libx264", "-c:a", "aac")));
        Assert.False(Kentongan.Triage.Evidence.Media.MatroskaCheck.IsClean(Tool.Film("webm", "-c:v", "libvpx", "-c:a", "libopus")));
        Assert.False(Kentongan.Triage.Evidence.Media.OggCheck.IsClean(Tool.Film("ogg", "-vn", "-c:a", "libopus")));
        Assert.False(Kentongan.Triage.Evidence.Media.Mp3Check.IsClean(Tool.Film("mp3", "-vn", "-c:a", "libmp3lame")));
        Assert.False(Kentongan.Triage.Evidence.Media.WavCheck.IsClean(Tool.Film("wav", "-vn", "-c:a", "pcm_s16le")));
    }

    /// <summary>Formats made of packets take nothing behind the end; the others have to lose it.</summary>
    private static byte[] Trailing(string extension) => extension is "mp4" or "mov" or "3gp" or "m4a" or "wav" ? Canary.Zip() : [];
}
