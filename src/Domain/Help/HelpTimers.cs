namespace Kentongan.Domain.Help;

/// <summary>What falls due in a help request. Stored by name: never rename one.</summary>
public enum HelpDeadlineKind
{
    /// <summary>Half the time is over and no counsellor has answered.</summary>
    Remind,

    /// <summary>The time is over: everybody hears of it, the first of the roster by name, and it is anybody's again.</summary>
    Overdue,
}

/// <summary>The first human answer comes within four hours, within ten minutes where life is in danger (domain.md 3 and 5.3).</summary>
public static class HelpTimers
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(4);
    private static readonly TimeSpan InDanger = TimeSpan.FromMinutes(10);

    /// <summary>A noon or a midnight (UTC): the second of a request would lie beside the second of the report that its writer sent before (policy 5.7).</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromHours(12);

    public static TimeSpan FirstReply(HelpUrgency? urgency) => urgency == HelpUrgency.Danger ? InDanger : Usual;

    /// <summary>A time as it is kept: what is in order within half a day is told by numbers.</summary>
    public static DateTimeOffset Kept(DateTimeOffset at) => Floor(at, Grain);

    /// <summary>What is due for a request that has just come in; counted from the full hour unless life is in danger.</summary>
    public static IReadOnlyList<(HelpDeadlineKind Kind, DateTimeOffset DueAt)> Opening(HelpUrgency? urgency, DateTimeOffset now)
    {
        var from = urgency == HelpUrgency.Danger ? now : Floor(now, TimeSpan.FromHours(1));
        return [(HelpDeadlineKind.Remind, from + (FirstReply(urgency) / 2)), (HelpDeadlineKind.Overdue, from + FirstReply(urgency))];
    }

    /// <summary>For how long nobody has answered: so long at least, since nobody keeps the minute.</summary>
    public static TimeSpan WaitedAtLeast(HelpRequest request, HelpDeadlineKind met, DateTimeOffset now)
    {
        var due = met == HelpDeadlineKind.Remind ? FirstReply(request.Urgency) / 2 : FirstReply(request.Urgency);
        var since = now - request.OpenedAt - Grain;
        return since > due ? since : due;
    }

    /// <summary>Until somebody answers, all hear of it again each time the same span is over.</summary>
    public static DateTimeOffset Again(HelpUrgency? urgency, DateTimeOffset now) => now + FirstReply(urgency);

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan grain) => new(at.UtcTicks - (at.UtcTicks % grain.Ticks), TimeSpan.Zero);
}
