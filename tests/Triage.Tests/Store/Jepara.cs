using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Regions;

namespace Kentongan.Triage.Tests.Store;

/// <summary>The demo kabupaten with the files that ship with the product.</summary>
internal static class Jepara
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static readonly KecamatanCode Kedung = new("33.20.01"), Pecangaan = new("33.20.02"), Welahan = new("33.20.03"), Mayong = new("33.20.04");

    public static readonly Place InKedung = new(Kedung, new DesaCode("33.20.01.2001"));

    /// <summary>A Wednesday, no holiday.</summary>
    public static readonly DateOnly Today = new(2026, 9, 16);

    public static Jurisdiction Jurisdiction { get; } = Load();

    /// <summary>A local wall-clock time of <see cref="Today"/>, or so many days later.</summary>
    public static DateTimeOffset At(string time, int days = 0) => Jurisdiction.Local.On(
        Today.AddDays(days), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan());

    private static Jurisdiction Load()
    {
        var regions = Path.Combine(Root, "regions");
        var kabupaten = RegionFiles.Load(regions, "33.20");
        return new Jurisdiction(
            kabupaten,
            new RegionIndex(kabupaten, boundaries: null),
            ProgrammeFiles.Load(Path.Combine(Root, "programmes")),
            new LocalTime(
                TimeZoneInfo.FindSystemTimeZoneById(kabupaten.TimeZone),
                RegionFiles.LoadCalendar(regions).Holidays.Select(holiday => holiday.Date).ToHashSet()));
    }

    private static string FindRoot(DirectoryInfo directory) => File.Exists(Path.Combine(directory.FullName, "Kentongan.slnx"))
        ? directory.FullName
        : FindRoot(directory.Parent ?? throw new InvalidOperationException("The tests run outside the repository."));
}
