namespace Kentongan.Domain.Places;

/// <summary>One kabupaten as its region file describes it (<c>regions/33.20.json</c>).</summary>
/// <param name="TimeZone">IANA name of the zone in which its clocks, quiet hours and digests run (policy 1.5).</param>
/// <param name="VillageHeadTitle">What a village head is called here: <c>petinggi</c> in Jepara, elsewhere <c>kepala desa</c>.</param>
/// <param name="EmergencyNumbers">In the order in which they are shown.</param>
/// <param name="Vocabulary">Words that the place resolver must not mistake for places of this kabupaten.</param>
public sealed record Kabupaten(
    KabupatenCode Code,
    string Name,
    string TimeZone,
    string VillageHeadTitle,
    IReadOnlyList<Kecamatan> Kecamatan,
    IReadOnlyList<EmergencyNumber>? EmergencyNumbers = null,
    PlaceVocabulary? Vocabulary = null,
    IReadOnlyList<ReferralBody>? ReferralBodies = null)
{
    /// <summary>Where a report may be referred to, in the order of the menu (policy 2, Referred).</summary>
    public IReadOnlyList<ReferralBody> ReferralBodies { get; init; } = ReferralBodies ?? [];

    public IReadOnlyList<EmergencyNumber> EmergencyNumbers { get; init; } = EmergencyNumbers ?? [];

    public PlaceVocabulary Vocabulary { get; init; } = Vocabulary ?? PlaceVocabulary.Empty;

    /// <summary>Who counted the inhabitants, and when; null where the file has no numbers of them (policy 7).</summary>
    public string? PopulationSource { get; init; }

    /// <summary>All inhabitants; null unless every kecamatan has its number.</summary>
    public int? Population => Kecamatan.All(kecamatan => kecamatan.Population is not null) ? Kecamatan.Sum(kecamatan => kecamatan.Population) : null;
}

/// <summary>A number to show in an emergency.</summary>
/// <param name="From">First local time at which somebody answers; null together with <paramref name="To"/> for day and night.</param>
public sealed record EmergencyNumber(string Number, string Label, TimeOnly? From = null, TimeOnly? To = null)
{
    /// <summary>Whether somebody answers at this local time. A range may pass midnight.</summary>
    public bool AnswersAt(TimeOnly local) => From is not { } from || To is not { } to || local.IsBetween(from, to);
}

/// <summary>Local knowledge against false finds (gazetteer-notes 3).</summary>
/// <param name="OrdinaryWords">Names that are also everyday words; they count only beside a place marker or their own kecamatan.</param>
/// <param name="NotPlaces">Phrases in which such a name never means the place: <c>bawa parang</c>.</param>
/// <param name="Elsewhere">Cities and regencies elsewhere, of which some share their name with a desa here.</param>
public sealed record PlaceVocabulary(
    IReadOnlyList<string> OrdinaryWords,
    IReadOnlyList<string> NotPlaces,
    IReadOnlyList<string> Elsewhere)
{
    public static PlaceVocabulary Empty { get; } = new([], [], []);
}

/// <param name="Centre">Approximate centre, good enough to rank and to draw a cell, never to decide a border.</param>
/// <param name="Neighbours">Adjacent kecamatan of the same kabupaten.</param>
/// <param name="Parent">The kecamatan it was split off from; older residents still name it (gazetteer-notes 0).</param>
/// <param name="Population">Inhabitants, of which <see cref="Kabupaten.PopulationSource"/> says where they were counted; null where nobody wrote it.</param>
public sealed record Kecamatan(
    KecamatanCode Code,
    string Name,
    Coordinates Centre,
    IReadOnlyList<KecamatanCode> Neighbours,
    IReadOnlyList<string> Aliases,
    KecamatanCode? Parent,
    IReadOnlyList<Desa> Desa,
    int? Population = null);

/// <param name="Aliases">Other spellings, dukuh and landmarks by which people mean this desa.</param>
/// <param name="Population">Inhabitants, counted by the same <see cref="Kabupaten.PopulationSource"/>; null where nobody wrote it.</param>
public sealed record Desa(DesaCode Code, string Name, DesaKind Kind, IReadOnlyList<string> Aliases, int? Population = null);

public enum DesaKind
{
    Desa,
    Kelurahan,
}
