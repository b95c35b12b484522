using Kentongan.Domain.Places;

namespace Kentongan.Triage.Web.Months;

/// <summary>One incident with victims, of the restricted edition alone (policy 7).</summary>
/// <param name="IsReviewed">Whether what was learned has been written (policy 5.5).</param>
public sealed record CasualtyIncident(string Number, string Category, KecamatanCode? Kecamatan, int Dead, int InHospital, int Injured, bool IsReviewed);

/// <summary>What was referred to one body, and what came back.</summary>
/// <param name="Late">Without a receipt though the answer was expected by now.</param>
public sealed record ReferralLine(string Code, string Body, int Count, int WithReceipt, int Late);

/// <summary>What is known of why a report escalated. One report may have several.</summary>
public enum EscalationCause
{
    /// <summary>Accepted by nobody in the time allowed, and none of the others.</summary>
    NobodyAccepted,

    /// <summary>Accepted, and then no progress: taken back by the clock.</summary>
    NoProgress,

    LetGo,

    PassedOn,

    Declined,

    /// <summary>A message to a seat could not be delivered.</summary>
    Unreachable,
}

/// <param name="PerLevel">How many stood at level 1 to 4 at the highest.</param>
public sealed record Escalations(int Count, IReadOnlyList<int> PerLevel, IReadOnlyList<(EscalationCause Cause, int Count)> Causes);

/// <summary>How good the reports and the answers were, of those that are closed.</summary>
/// <param name="True">Acted upon or prevented.</param>
/// <param name="Reopened">Opened again after closing.</param>
/// <param name="SentBack">A resolution was sent back: rework.</param>
public sealed record Quality(int Closed, int True, int Unfounded, int Hoax, int TooLittleKnown, int Reopened, int SentBack);

/// <param name="Certain">False where a decree or the moon may still move it.</param>
public sealed record CalendarEntry(DateOnly From, DateOnly Until, string Name, bool Certain);

/// <summary>What the monthly report says beside its tables of counts and times (policy 7).</summary>
public sealed record MonthDetails(
    IReadOnlyList<CasualtyIncident> Incidents,
    IReadOnlyList<ReferralLine> Referrals,
    Escalations Escalations,
    Quality Quality,
    Indicators Indicators,
    IReadOnlyList<CalendarEntry> Calendar);

/// <summary>
/// The three aims of the first programme (domain.md 1) and the share that was brought to an end. The indicator of the minimum standard is not
/// among them: it is of people who suffered by enforcement, which no report tells (domain.md 6.6).
/// </summary>
/// <param name="Ended">Closed out of <paramref name="ToEnd"/>, leaving out merged and quarantined ones.</param>
public sealed record Indicators(int Liquor, int LiquorBefore, int LiquorDead, int Ended, int ToEnd);
