using System.Globalization;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Programmes;

/// <summary>Reads a programme file: text in, a programme or every error out.</summary>
public static class ProgrammeReader
{
    private static readonly ProgrammeFileValidator Validator = new();

    public static Read<Programme> Read(string fileName, string json)
    {
        var parsed = StrictJson.Parse(fileName, json, Validator);
        if (!parsed.Succeeded)
        {
            return new Read<Programme>(parsed.Errors);
        }

        var errors = Disagreements(fileName, parsed.Value).ToList();
        return errors.Count > 0 ? new Read<Programme>(errors) : new Read<Programme>(Build(parsed.Value));
    }

    private static IEnumerable<string> Disagreements(string fileName, ProgrammeFile file)
    {
        var bare = Path.GetFileNameWithoutExtension(fileName);
        if (file.Code != bare)
        {
            yield return $"{fileName} at code: \"{file.Code}\" is not the file's name; write \"{bare}\" or rename the file.";
        }

        var seen = new HashSet<string>();
        foreach (var (category, c) in file.Categories.Select((category, c) => (category, c)))
        {
            foreach (var (sub, s) in category.Subcategories.Select((sub, s) => (sub, s)))
            {
                if (!seen.Add(sub.Code!))
                {
                    yield return $"{fileName} at categories[{c}].subcategories[{s}].code: \"{sub.Code}\" stands there twice; keep one.";
                }
            }
        }
    }

    private static Programme Build(ProgrammeFile file) => new(
        file.Code!,
        Build(file.Name)!,
        file.Operation is { } operation ? Build(operation) : null,
        [.. file.Categories.Select(Build)],
        file.DigestIndicators,
        [.. file.Regimes.Select(regime => Spelling.Of<ElectionRegime>(regime)!.Value)]);

    private static OperationPeriod Build(OperationEntry entry) => new(
        Spelling.Of<PeriodKind>(entry.Kind)!.Value, Date(entry.From), Date(entry.To), entry.DaysBefore, entry.DaysAfter);

    private static Category Build(CategoryEntry entry) => new(
        entry.Code!, Build(entry.Label)!, entry.Icon!, [.. entry.Subcategories.Select(Build)], entry.MenuOrder);

    private static Subcategory Build(SubcategoryEntry entry) => new(
        entry.Code!,
        Build(entry.Label)!,
        Spelling.Of<Priority>(entry.Priority)!.Value,
        Seats(entry.Lead),
        Seats(entry.Support),
        Seats(entry.Copies),
        Spelling.Of<AudienceTier>(entry.SupportSees)!.Value,
        Spelling.Of<VillageHeadSees>(entry.VillageHeadSees)!.Value,
        [.. entry.Uplifts.Select(uplift => new Uplift(uplift.Words, Spelling.Of<Priority>(uplift.To)!.Value, uplift.OnlyHappeningNow))],
        Build(entry.Emergency),
        Build(entry.Advice),
        entry.LegalReferences,
        entry.EvidenceToClose,
        entry.LegalDeadlineDays,
        entry.IsHelp,
        entry.ConcernsOfficialByNature,
        Seats(entry.CountsOnly))
    {
        CountsVictims = entry.CountsVictims,
        Signs = entry.Signs is { } signs ? new Signs(signs.Harm, signs.Cause) : null,
    };

    private static Words? Build(WordsEntry? entry) => entry is null ? null : new Words(entry.Id!, entry.Jv, entry.En);

    private static IReadOnlyList<Seat> Seats(IReadOnlyList<string> codes) => [.. codes.Select(code => new Seat(code))];

    private static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
