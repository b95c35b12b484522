namespace Kentongan.Triage.Evidence;

/// <summary>A file written anew, or why it could not be.</summary>
internal readonly record struct Rebuilt(byte[]? Bytes, CleaningRefusal Why)
{
    public static Rebuilt Broken => new(null, CleaningRefusal.Broken);

    public static Rebuilt TooLarge => new(null, CleaningRefusal.TooLarge);

    public static Rebuilt Unavailable => new(null, CleaningRefusal.CannotBeCleaned);

    public static Rebuilt As(byte[] bytes) => new(bytes, default);

    /// <summary>The second look: what does not pass it was never clean.</summary>
    public Rebuilt If(Func<byte[], bool> isClean) => Bytes is null || isClean(Bytes) ? this : Broken;
}
