using Kentongan.Domain.Places;

namespace Kentongan.Domain.Programmes;

/// <summary>All programmes of a kabupaten as one menu: shared categories merged, every kind of report found by its code.</summary>
public sealed class ProgrammeCatalogue
{
    private readonly Dictionary<string, Category> _categories;
    private readonly Dictionary<string, (Subcategory Kind, Programme Programme)> _kinds;

    private ProgrammeCatalogue(IReadOnlyList<Programme> programmes, IReadOnlyList<Category> categories)
    {
        Programmes = programmes;
        Categories = categories;
        _categories = categories.ToDictionary(category => category.Code);
        _kinds = programmes
            .SelectMany(programme => programme.Categories.SelectMany(category => category.Subcategories)
                .Select(kind => (kind, programme)))
            .ToDictionary(pair => pair.kind.Code);
    }

    public IReadOnlyList<Programme> Programmes { get; }

    /// <summary>In the order of the menu.</summary>
    public IReadOnlyList<Category> Categories { get; }

    public static Read<ProgrammeCatalogue> Build(IReadOnlyList<Programme> programmes)
    {
        var errors = Contradictions(programmes).ToList();
        return errors.Count > 0
            ? new Read<ProgrammeCatalogue>(errors)
            : new Read<ProgrammeCatalogue>(new ProgrammeCatalogue(programmes, Merge(programmes)));
    }

    public Category? FindCategory(string code) => _categories.GetValueOrDefault(code);

    /// <param name="code">Whole code, such as <c>miras.penjualan</c>.</param>
    public Subcategory? Find(string code) => _kinds.TryGetValue(code, out var found) ? found.Kind : null;

    /// <summary>The programme that brings this kind of report, and with it the operation that may raise its priority.</summary>
    public Programme? ProgrammeOf(string code) => _kinds.TryGetValue(code, out var found) ? found.Programme : null;

    private static IReadOnlyList<Category> Merge(IReadOnlyList<Programme> programmes) =>
    [
        .. programmes.SelectMany(programme => programme.Categories)
            .GroupBy(category => category.Code)
            .Select(same => same.First() with { Subcategories = [.. same.SelectMany(category => category.Subcategories)] })
            .OrderBy(category => category.MenuOrder)
            .ThenBy(category => category.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Contradictions(IReadOnlyList<Programme> programmes)
    {
        var categories = new Dictionary<string, (Category Category, string Programme)>();
        var kinds = new Dictionary<string, string>();
        var codes = new HashSet<string>();
        foreach (var programme in programmes)
        {
            if (!codes.Add(programme.Code))
            {
                yield return $"{programme.Code}: two programmes have this code; rename one.";
            }

            foreach (var category in programme.Categories)
            {
                if (categories.TryAdd(category.Code, (category, programme.Code)))
                {
                    continue;
                }

                var (first, where) = categories[category.Code];
                if (first.Label != category.Label || first.Icon != category.Icon || first.MenuOrder != category.MenuOrder)
                {
                    yield return $"{programme.Code}: category \"{category.Code}\" differs from {where} in label, icon or menu order; write the same in both.";
                }
            }

            foreach (var kind in programme.Categories.SelectMany(category => category.Subcategories))
            {
                if (!kinds.TryAdd(kind.Code, programme.Code))
                {
                    yield return $"{programme.Code}: \"{kind.Code}\" is also in {kinds[kind.Code]}; keep it in one programme.";
                }
            }
        }
    }
}
