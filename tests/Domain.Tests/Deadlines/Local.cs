using System.Globalization;
using Kentongan.Domain.Deadlines;

namespace Kentongan.Domain.Tests.Deadlines;

/// <summary>The three zones, with days off that come in a row and at the turn of months and years.</summary>
internal static class Local
{
    public static readonly IReadOnlySet<DateOnly> Holidays = new HashSet<DateOnly>
    {
        new(2025, 12, 25), new(2025, 12, 26), new(2026, 1, 1),
        new(2026, 3, 19), new(2026, 3, 20), new(2026, 3, 23), new(2026, 3, 24), // Nyepi and Idulfitri around a weekend
        new(2026, 5, 1), new(2028, 2, 29),
    };

    public static readonly LocalTime Wib = In("Asia/Jakarta");
    public static readonly LocalTime Wita = In("Asia/Makassar");
    public static readonly LocalTime Wit = In("Asia/Jayapura");

    public static IReadOnlyList<LocalTime> Zones { get; } = [Wib, Wita, Wit];

    /// <summary>The instant of a wall-clock time such as <c>2026-03-02 21:30</c>; UTC.</summary>
    public static DateTimeOffset Instant(this LocalTime local, string wall)
    {
        var time = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        return local.On(DateOnly.FromDateTime(time), time.TimeOfDay);
    }

    /// <summary>What the wall clock shows, to the second.</summary>
    public static string Wall(this LocalTime local, DateTimeOffset instant)
    {
        var wall = local.At(instant);
        return wall.ToString(wall.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads <c>90m</c>, <c>24h</c> or <c>14d</c>.</summary>
    public static TimeSpan Span(string text) => int.Parse(text[..^1], CultureInfo.InvariantCulture) * (text[^1] switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => throw new FormatException(text),
    });

    private static LocalTime In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), Holidays);
}
