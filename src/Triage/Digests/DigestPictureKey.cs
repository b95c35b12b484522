namespace Kentongan.Triage.Digests;

/// <summary>Which picture of which digest, written as "map date scope". The names are a file format: never change one.</summary>
public sealed record DigestPictureKey(string Picture, DigestKey Digest)
{
    public const string Map = "map", Bars = "bars";

    /// <param name="written">As <see cref="ToString"/> wrote it.</param>
    public static DigestPictureKey Parse(string written)
    {
        var name = written.Split(' ')[0];
        return new DigestPictureKey(name, DigestKey.Parse(written[(name.Length + 1)..]));
    }

    public override string ToString() => $"{Picture} {Digest}";
}
