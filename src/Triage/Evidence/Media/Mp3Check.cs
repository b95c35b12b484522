namespace Kentongan.Triage.Evidence.Media;

/// <summary>An MP3 is clean when it is MPEG audio frames and nothing else: no ID3, APE or Lyrics tag before or behind.</summary>
internal static class Mp3Check
{
    private static readonly int[] RatesOfOne = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesOfTwo = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44100, 48000, 32000];

    public static bool IsClean(byte[] file)
    {
        var at = 0;
        while (at < file.Length && FrameLength(file.AsSpan(at)) is { } length && length <= file.Length - at)
        {
            at += length;
        }

        return at == file.Length && at > 0;
    }

    /// <returns>Null where no layer III frame begins here.</returns>
    public static int? FrameLength(ReadOnlySpan<byte> at)
    {
        if (at.Length < 4 || at[0] != 0xFF || (at[1] & 0xE6) != 0xE2)
        {
            return null;
        }

        var version = (at[1] >> 3) & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
        var (rate, sampling) = (at[2] >> 4, (at[2] >> 2) & 3);
        if (version == 1 || rate is 0 or 15 || sampling == 3)
        {
            return null;
        }

        var one = version == 3;
        var hertz = Samples[sampling] >> (one ? 0 : version == 2 ? 1 : 2);
        return ((one ? 144_000 : 72_000) * (one ? RatesOfOne : RatesOfTwo)[rate] / hertz) + ((at[2] >> 1) & 1);
    }
}
