using System.Globalization;
using Kentongan.Domain.Deadlines;

namespace Kentongan.Domain.Rosters;

/// <summary>When somebody is on duty, in local time (policy 3): days of the week and hours, which may pass midnight.</summary>
/// <param name="Days">1 is Monday, 7 Sunday; the day on which a duty begins.</param>
public sealed record DutyTimes(IReadOnlySet<int> Days, TimeOnly From, TimeOnly To)
{
    /// <returns>Null where the text is no duty time; written as <c>1-5 07:00-16:00</c>.</returns>
    public static DutyTimes? Parse(string text) =>
        text.Split(' ') is [var days, var hours]
        && days.Split('-') is [var first, var last]
        && int.TryParse(first, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, CultureInfo.InvariantCulture, out var to)
        && from is >= 1 and <= 7 && to is >= 1 and <= 7 && from <= to
        && hours.Split('-') is [var opens, var closes]
        && TimeOnly.TryParseExact(opens, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && TimeOnly.TryParseExact(closes, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            ? new DutyTimes(Enumerable.Range(from, to - from + 1).ToHashSet(), start, end)
            : null;

    public bool Holds(LocalTime local, DateTimeOffset now)
    {
        var (today, time) = (local.DateOf(now), TimeOnly.FromDateTime(local.At(now).DateTime));
        return From <= To
            ? Days.Contains(DayOf(today)) && time >= From && time < To
            : (Days.Contains(DayOf(today)) && time >= From) || (Days.Contains(DayOf(today.AddDays(-1))) && time < To);
    }

    private static int DayOf(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
}
