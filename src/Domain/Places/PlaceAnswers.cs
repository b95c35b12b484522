namespace Kentongan.Domain.Places;

/// <summary>Where something is: a kecamatan for certain, a desa where it is known.</summary>
public sealed record Place(KecamatanCode Kecamatan, DesaCode? Desa);

/// <summary>What a pin means.</summary>
/// <param name="Approximate">True where no boundary was imported and the nearest known centre decided.</param>
public sealed record PinnedPlace(Place Place, bool Approximate);

/// <summary>One reading of a free text.</summary>
/// <param name="Score">0 to 1; comparable only within one answer.</param>
/// <param name="Reason">Stable code of the rule that found it, such as <c>exact</c>, <c>alias</c>, <c>fuzzy</c>.</param>
public sealed record PlaceCandidate(Place Place, double Score, string Reason);

/// <summary>What a text says about places (gazetteer-notes 4).</summary>
/// <param name="Candidates">Ranked, best first; empty where the text names no place of this kabupaten.</param>
/// <param name="MustAsk">True where guessing could send the report to the wrong people; ask with buttons instead.</param>
/// <param name="SupplyPlace">A second place named as origin of the goods, where there is one.</param>
public sealed record PlaceGuess(IReadOnlyList<PlaceCandidate> Candidates, bool MustAsk, Place? SupplyPlace)
{
    public static PlaceGuess Nothing { get; } = new([], true, null);
}

/// <summary>Imported desa boundaries. Implemented outside the domain, where geometry libraries live.</summary>
public interface IBoundaries
{
    DesaCode? Containing(Coordinates pin);

    /// <summary>Every desa that has a point within <paramref name="metres"/> of the pin, nearest first.</summary>
    IReadOnlyList<DesaCode> Within(Coordinates pin, double metres);
}
