namespace Kentongan.Triage.Digests;

/// <summary>Which of an officer's digests: the local date (ISO 8601) and the code of what it tells of. Written as "date scope".</summary>
public sealed record DigestKey(string Date, string Scope)
{
    private const int DateLength = 10;

    /// <param name="written">As <see cref="ToString"/> wrote it.</param>
    public static DigestKey Parse(string written) => new(written[..DateLength], written[(DateLength + 1)..]);

    public override string ToString() => $"{Date} {Scope}";
}
