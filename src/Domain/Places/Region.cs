namespace Kentongan.Domain.Places;

/// <summary>One kabupaten as its region file describes it (<c>regions/33.20.json</c>).</summary>
/// <param name="TimeZone">IANA name of the zone in which its clocks, quiet hours and digests run (policy 1.5).</param>
/// <param name="VillageHeadTitle">What a village head is called here: <c>petinggi</c> in Jepara, elsewhere <c>kepala desa</c>.</param>
public sealed record Kabupaten(
    KabupatenCode Code,
    string Name,
    string TimeZone,
    string VillageHeadTitle,
    IReadOnlyList<Kecamatan> Kecamatan);

/// <param name="Centre">Approximate centre, good enough to rank and to draw a cell, never to decide a border.</param>
/// <param name="Neighbours">Adjacent kecamatan of the same kabupaten.</param>
/// <param name="Parent">The kecamatan it was split off from; older residents still name it (gazetteer-notes 0).</param>
public sealed record Kecamatan(
    KecamatanCode Code,
    string Name,
    Coordinates Centre,
    IReadOnlyList<KecamatanCode> Neighbours,
    IReadOnlyList<string> Aliases,
    KecamatanCode? Parent,
    IReadOnlyList<Desa> Desa);

/// <param name="Aliases">Other spellings, dukuh and landmarks by which people mean this desa.</param>
public sealed record Desa(DesaCode Code, string Name, DesaKind Kind, IReadOnlyList<string> Aliases);

public enum DesaKind
{
    Desa,
    Kelurahan,
}
