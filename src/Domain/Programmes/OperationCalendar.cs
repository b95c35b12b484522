namespace Kentongan.Domain.Programmes;

/// <summary>The dates that operations and working days hang on. Loaded as data, because the isbat and the ministers decide each year.</summary>
/// <param name="Maghrib">When a day of the Hijri calendar begins, on the evening before.</param>
public sealed record OperationCalendar(TimeOnly Maghrib, IReadOnlyList<RamadhanDates> Ramadhan, IReadOnlyList<Holiday> Holidays)
{
    /// <param name="nowLocal">Now, in the time zone of the kabupaten.</param>
    public bool IsActive(OperationPeriod period, DateTimeOffset nowLocal) => period.Kind switch
    {
        PeriodKind.Always => true,
        PeriodKind.Dates => IsBetween(period, DateOnly.FromDateTime(nowLocal.DateTime)),
        PeriodKind.Ramadhan => Ramadhan.Any(dates => IsAround(dates, period, nowLocal.DateTime)),
        _ => false,
    };

    public bool IsHoliday(DateOnly local) => Holidays.Any(holiday => holiday.Date == local);

    /// <summary>No weekend and no holiday.</summary>
    public bool IsWorkingDay(DateOnly local) =>
        local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(local);

    private static bool IsBetween(OperationPeriod period, DateOnly today) =>
        period is { From: { } from, To: { } to } && from <= today && today <= to;

    /// <summary>From maghrib of the eve, the days before counted in, to the end of the last day after Idulfitri.</summary>
    private bool IsAround(RamadhanDates dates, OperationPeriod period, DateTime now)
    {
        var start = dates.First.AddDays(-1 - period.DaysBefore).ToDateTime(Maghrib);
        var end = dates.Idulfitri.AddDays(1 + period.DaysAfter).ToDateTime(TimeOnly.MinValue);
        return start <= now && now < end;
    }
}

/// <param name="First">1 Ramadhan, the first day of fasting.</param>
/// <param name="Idulfitri">1 Syawal.</param>
/// <param name="IsCertain">False while computed only; the isbat may move it by a day.</param>
public sealed record RamadhanDates(int HijriYear, DateOnly First, DateOnly Idulfitri, bool IsCertain);

/// <param name="IsCertain">False where the yearly decree or the isbat may still move it.</param>
public sealed record Holiday(DateOnly Date, string Name, bool IsCertain);
