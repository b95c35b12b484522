using Kentongan.Domain.Reports;

namespace Kentongan.Domain;

/// <summary>Why the rules said no. The wording belongs to whoever answers the person.</summary>
public abstract record Refusal
{
    /// <summary>The action does not follow from the state the report is in (policy 2).</summary>
    public sealed record OutOfTurn(ReportStatus Status, ReportAction Action) : Refusal;

    /// <summary>The state allows the action, but not by this role (policy 2).</summary>
    public sealed record NotYours(ReportAction Action, Role Role) : Refusal;

    /// <summary>Somebody accepted first (policy 1.2).</summary>
    public sealed record AlreadyAccepted(OfficerId By, string Seat, DateTimeOffset At) : Refusal;

    /// <summary>An emergency may not be put off (policy 2, Waiting).</summary>
    public sealed record NeverAtEmergency : Refusal;

    /// <summary>Waiting longer than this needs the coordinator (policy 2, Waiting).</summary>
    public sealed record NeedsCoordinator(TimeSpan Limit) : Refusal;

    /// <summary>A resolution is told in at least this many characters (policy 2, ResolutionProposed).</summary>
    public sealed record TooShort(int Minimum) : Refusal;

    /// <summary>The category asks for evidence before a resolution (policy 2).</summary>
    public sealed record NeedsEvidence : Refusal;

    /// <summary>The release clock was renewed already; the next time a note says what is being done (policy 3).</summary>
    public sealed record NeedsNote : Refusal;

    /// <summary>The reporter may reopen once, within thirty days (policy 2).</summary>
    public sealed record ReopeningUsedUp : Refusal;

    /// <summary>A more urgent report cannot disappear behind a less urgent one (policy 5.2).</summary>
    public sealed record MoreUrgent : Refusal;

    /// <summary>One report a day, after three hoaxes in 90 days (policy 5.3).</summary>
    public sealed record OneADay : Refusal;

    /// <summary>No seat that could take the report has anybody whom we can reach (policy 4.2).</summary>
    public sealed record NobodyReachable : Refusal;

    /// <summary>Whoever is on leave answers for nothing: it would go to the deputy at once (policy 4.2).</summary>
    public sealed record OnLeave : Refusal;

    /// <summary>What the officer wrote holds a link, which could tell who opens it (threat-model, two-way conversation).</summary>
    public sealed record NoLinks : Refusal;

    /// <summary>What the officer wrote holds a telephone number: a phone offers to ring it, and shows there who rings.</summary>
    public sealed record NoPhones : Refusal;

    /// <summary>There is no such thing, or the one who asks may not know of it: the two look the same on purpose.</summary>
    public sealed record NotFound : Refusal;

    /// <summary>The button or link is too old, was used, or belongs to somebody else.</summary>
    public sealed record Stale : Refusal;

    /// <summary>Another counsellor has the conversation, or it is over (policy 1.2, 5.7).</summary>
    public sealed record HelpTaken : Refusal;

    /// <summary>Nobody is counsellor and holder of another seat at once (policy 5.7).</summary>
    public sealed record SeatsApart : Refusal;
}
