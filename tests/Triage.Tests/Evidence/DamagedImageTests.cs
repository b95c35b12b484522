using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

/// <summary>What arrives may be damaged by accident or on purpose; the answer is always a result, and never a leak.</summary>
public sealed class DamagedImageTests
{
    public static TheoryData<string, int> Families => new()
    {
        { "jpeg", 4000 }, { "png", 4000 }, { "webp", 4000 },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Flipped_bits_never_throw_and_never_let_a_word_through(string family, int rounds)
    {
        var original = Betraying(family);
        var random = new Random(20261121);
        for (var round = 0; round < rounds; round++)
        {
            var damaged = (byte[])original.Clone();
            for (var flips = random.Next(1, 5); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            await AssertSafe(damaged);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Pieces_cut_out_or_doubled_never_throw_and_settle_at_once(string family, int rounds)
    {
        var original = Betraying(family);
        var random = new Random(20261122);
        for (var round = 0; round < rounds; round++)
        {
            var (from, to) = (random.Next(original.Length), random.Next(original.Length));
            await AssertSettled([.. original.AsSpan(0, Math.Max(from, to)), .. original.AsSpan(Math.Min(from, to))]);
            await AssertSettled([.. original.AsSpan(0, Math.Min(from, to)), .. original.AsSpan(Math.Max(from, to))]);
        }
    }

    [Fact]
    public async Task Noise_behind_a_known_beginning_never_throws()
    {
        var random = new Random(20261123);
        byte[][] beginnings = [[0xFF, 0xD8, 0xFF], [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], [.. "RIFF\x40\0\0\0WEBP"u8], []];
        for (var round = 0; round < 4000; round++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);

            Assert.NotNull(await Cleaning.Of([.. beginnings[round % beginnings.Length], .. noise], NoTools));
        }
    }

    private static EvidenceOptions NoTools => new() { ToolsDirectory = "/nonexistent" };

    /// <summary>A flip inside the picture makes another picture; anything else is refused or forgotten.</summary>
    private static async Task AssertSafe(byte[] damaged)
    {
        if (await Cleaning.Of(damaged, NoTools) is CleaningResult.Cleaned clean)
        {
            Canary.AssertNoneIn(clean.Content);
            Assert.Equal(clean.Content, (await Cleaning.Cleaned(clean.Content)).Content);
        }
    }

    /// <summary>A cut can put a word right among the pixels, where any byte is a legitimate pixel.</summary>
    private static async Task AssertSettled(byte[] damaged)
    {
        if (await Cleaning.Of(damaged, NoTools) is CleaningResult.Cleaned clean)
        {
            Assert.Equal(clean.Content, (await Cleaning.Cleaned(clean.Content)).Content);
        }
    }

    private static byte[] Betraying(string family) => family switch
    {
        "jpeg" => JpegFactory.Betraying(),
        "png" => PngFactory.Betraying(),
        _ => WebPFactory.Betraying(WebPFactory.Transparent),
    };
}
