using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;

namespace Kentongan.Domain.Tests.Places;

/// <summary>The data files that ship with the product.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static Kabupaten Jepara { get; } =
        RegionReader.Read("33.20.json", File.ReadAllText(Path.Combine(Root, "regions", "33.20.json"))).Value;

    public static RegionIndex Index { get; } = new(Jepara, boundaries: null);

    public static OperationCalendar Calendar { get; } =
        CalendarReader.Read("calendar.json", File.ReadAllText(Path.Combine(Root, "regions", "calendar.json"))).Value;

    public static ProgrammeCatalogue Catalogue { get; } = ProgrammeCatalogue.Build(
    [
        .. Directory.GetFiles(Path.Combine(Root, "programmes"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => ProgrammeReader.Read(Path.GetFileName(path), File.ReadAllText(path)).Value),
    ]).Value;

    private static string FindRoot(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException("The tests run outside the repository."),
        _ when File.Exists(Path.Combine(directory.FullName, "Kentongan.slnx")) => directory.FullName,
        _ => FindRoot(directory.Parent),
    };
}
