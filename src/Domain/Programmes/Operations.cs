namespace Kentongan.Domain.Programmes;

/// <summary>What a coordinator said about an operation, over what the calendar says (policy 3.1).</summary>
/// <param name="On">Started, or stopped.</param>
public sealed record OperationSwitch(string Programme, bool On, DateTimeOffset At);

/// <summary>Which operations are in force: the calendar, unless a coordinator said otherwise (policy 3.1). Pure.</summary>
public static class Operations
{
    /// <param name="nowLocal">Now, in the time zone of the kabupaten.</param>
    public static bool IsInForce(Programme programme, OperationCalendar calendar, OperationSwitch? said, DateTimeOffset nowLocal)
    {
        if (programme.Operation is not { } period)
        {
            return false;
        }

        var dated = calendar.IsActive(period, nowLocal);
        return said switch
        {
            null => dated,
            { On: true } => true,
            _ => dated && !IsSameSeason(period, calendar, said.At, nowLocal), // stopped for this time, not for next year's
        };
    }

    /// <summary>Whether the calendar said yes on each day between.</summary>
    private static bool IsSameSeason(OperationPeriod period, OperationCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        if (period.Kind == PeriodKind.Always)
        {
            return true;
        }

        for (var at = from.ToOffset(to.Offset).AddDays(1); at < to; at = at.AddDays(1))
        {
            if (!calendar.IsActive(period, at))
            {
                return false;
            }
        }

        return true;
    }
}
