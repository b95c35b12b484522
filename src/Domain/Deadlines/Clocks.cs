namespace Kentongan.Domain.Deadlines;

/// <summary>Which hours count towards a deadline (policy 3, row Clock).</summary>
public enum ClockKind
{
    /// <summary>Every hour counts (P0, P1).</summary>
    Always,

    /// <summary>Stands still from 22:00 to 05:00 local (P2): what would run out at 22:00 sharp runs out at 05:00.</summary>
    Daytime,

    /// <summary>
    /// Whole days of Monday to Friday that are no holidays count; what would fall outside 07:00-16:00 moves to the next
    /// opening (P3). "24 h" is therefore the same hour of the next working day, "5 working days" is 120 h.
    /// </summary>
    WorkingDays,
}

/// <summary>The local time of one kabupaten: its zone (WIB, WITA or WIT, no daylight saving) and its days off.</summary>
public sealed record LocalTime(TimeZoneInfo Zone, IReadOnlySet<DateOnly> Holidays)
{
    private static readonly TimeSpan QuietFrom = TimeSpan.FromHours(22);
    private static readonly TimeSpan QuietTo = TimeSpan.FromHours(5);
    private static readonly TimeSpan Opening = TimeSpan.FromHours(7);
    private static readonly TimeSpan Closing = TimeSpan.FromHours(16);

    /// <summary>Officers learn of what is not urgent only the part of the day in which it came (threat-model 4, row 13).</summary>
    public bool CoarseTimes { get; init; } = true;

    public DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>The instant of a local wall-clock time.</summary>
    public DateTimeOffset On(DateOnly date, TimeSpan timeOfDay)
    {
        var wall = date.ToDateTime(TimeOnly.MinValue) + timeOfDay;
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    public bool IsQuiet(DateTimeOffset instant) => At(instant).TimeOfDay is var time && (time >= QuietFrom || time < QuietTo);

    /// <summary>The next 05:00 local at or after the instant: when quiet hours end.</summary>
    public DateTimeOffset QuietEnds(DateTimeOffset instant) => NextAt(instant, QuietTo);

    /// <summary>What must not wake anybody is held from 22:00 to 07:00 (policy 3, quiet hours of P3).</summary>
    public DateTimeOffset HeldUntilMorning(DateTimeOffset instant) =>
        At(instant).TimeOfDay is var time && (time >= QuietFrom || time < Opening) ? NextAt(instant, Opening) : instant;

    /// <summary>The next time the wall clock shows <paramref name="timeOfDay"/>, at or after the instant. UTC.</summary>
    public DateTimeOffset NextAt(DateTimeOffset instant, TimeSpan timeOfDay)
    {
        var today = On(DateOf(instant), timeOfDay);
        return today >= instant ? today : On(DateOf(instant).AddDays(1), timeOfDay);
    }

    public bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(date);

    /// <summary>When a clock of this kind, started at <paramref name="from"/>, has run for <paramref name="span"/>. UTC.</summary>
    public DateTimeOffset After(ClockKind clock, DateTimeOffset from, TimeSpan span) => clock switch
    {
        ClockKind.Daytime => AfterDaytime(from, span),
        ClockKind.WorkingDays => IntoOpeningHours(AfterWorkingDays(from, span)),
        _ => (from + span).ToUniversalTime(),
    };

    private DateTimeOffset AfterDaytime(DateTimeOffset from, TimeSpan span)
    {
        var at = IsQuiet(from) ? QuietEnds(from) : from;
        while (true)
        {
            var night = NextAt(at, QuietFrom);
            if (at + span < night)
            {
                return (at + span).ToUniversalTime();
            }

            (span, at) = (span - (night - at), QuietEnds(night));
        }
    }

    private DateTimeOffset AfterWorkingDays(DateTimeOffset from, TimeSpan span)
    {
        var at = from;
        while (true)
        {
            var midnight = On(DateOf(at).AddDays(1), TimeSpan.Zero);
            if (!IsWorkingDay(DateOf(at)))
            {
                at = midnight;
            }
            else if (at + span < midnight)
            {
                return at + span;
            }
            else
            {
                (span, at) = (span - (midnight - at), midnight);
            }
        }
    }

    private DateTimeOffset IntoOpeningHours(DateTimeOffset at)
    {
        var date = DateOf(at);
        if (IsWorkingDay(date) && at < On(date, Closing))
        {
            return (at > On(date, Opening) ? at : On(date, Opening)).ToUniversalTime();
        }

        do
        {
            date = date.AddDays(1);
        }
        while (!IsWorkingDay(date));

        return On(date, Opening);
    }
}
