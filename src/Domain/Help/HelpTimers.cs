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

    public static TimeSpan FirstReply(HelpUrgency? urgency) => urgency == HelpUrgency.Danger ? InDanger : Usual;

    /// <summary>What is due for a request that has just come in.</summary>
    public static IReadOnlyList<(HelpDeadlineKind Kind, DateTimeOffset DueAt)> Opening(HelpUrgency? urgency, DateTimeOffset now) =>
        [(HelpDeadlineKind.Remind, now + (FirstReply(urgency) / 2)), (HelpDeadlineKind.Overdue, now + FirstReply(urgency))];

    /// <summary>Until somebody answers, all hear of it again each time the same span is over.</summary>
    public static DateTimeOffset Again(HelpUrgency? urgency, DateTimeOffset now) => now + FirstReply(urgency);
}
