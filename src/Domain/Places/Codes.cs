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
