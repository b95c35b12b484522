using System.Text.RegularExpressions;

namespace Kentongan.Domain.Places;

/// <summary>Ministry code of a kabupaten, two blocks: <c>33.20</c>.</summary>
public readonly record struct KabupatenCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Ministry code of a kecamatan, three blocks: <c>33.20.07</c>. Codes have gaps; never count on consecutive numbers.</summary>
public readonly record struct KecamatanCode(string Value)
{
    public KabupatenCode Kabupaten => new(Value[..5]);

    public override string ToString() => Value;
}

/// <summary>Ministry code of a desa (last block 2xxx) or kelurahan (1xxx): <c>33.20.07.2004</c>.</summary>
public readonly record struct DesaCode(string Value)
{
    public KecamatanCode Kecamatan => new(Value[..8]);

    public override string ToString() => Value;
}

/// <summary>What the codes of the ministry look like.</summary>
internal static partial class Codes
{
    public static bool IsKabupaten(string? text) => text is not null && Kabupaten().IsMatch(text);

    public static bool IsKecamatan(string? text) => text is not null && Kecamatan().IsMatch(text);

    public static bool IsDesa(string? text) => text is not null && Desa().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{2}\.[0-9]{2}\z")]
    private static partial Regex Kabupaten();

    [GeneratedRegex(@"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\z")]
    private static partial Regex Kecamatan();

    [GeneratedRegex(@"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[12][0-9]{3}\z")]
    private static partial Regex Desa();
}
