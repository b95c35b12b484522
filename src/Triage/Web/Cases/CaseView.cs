using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Reports;

namespace Kentongan.Triage.Web.Cases;

/// <summary>A seat that has a card of the case: who holds it, whether they were reached, what they said.</summary>
/// <param name="Delivery">What became of the last message to them; null where none went.</param>
public sealed record SeatLine(
    OfficerId Officer,
    string Name,
    string Seat,
    Part Part,
    AudienceTier Tier,
    DateTimeOffset? OfferedAt,
    DateTimeOffset? ReachedAt,
    DateTimeOffset? WithdrawnAt,
    bool Unreachable,
    bool IsAway,
    bool IsLead,
    string? Delivery);

/// <summary>One line of the one timeline of everything.</summary>
public abstract record TimelineLine(DateTimeOffset At)
{
    /// <summary>A move of the case, or a note of an officer.</summary>
    /// <param name="Text">What an officer wrote, opened with the report's key; null where nothing was written or it is not for this viewer.</param>
    public sealed record Happened(ReportFact Fact, string? Who, string? Text) : TimelineLine(Fact.At)
    {
        public bool IsNote => Fact.Action is ReportAction.Note or ReportAction.ReviewAfterwards;
    }

    /// <summary>A question, an answer or an addition (policy 5.8).</summary>
    public sealed record Said(DateTimeOffset At, bool FromOfficer, string? Seat, bool Waiting, string Text) : TimelineLine(At);

    /// <summary>What went to officers, with what became of it (policy 1.6).</summary>
    public sealed record Told(DateTimeOffset At, string Who, string Kind, string Outcome) : TimelineLine(At);
}

/// <summary>A report that may tell the same, as far as the viewer may know of it.</summary>
public sealed record AlikeLine(string Number, string Category, KecamatanCode? Kecamatan, DesaCode? Desa, Priority Priority, ReportStatus Status, DateTimeOffset ReceivedAt, bool Merged);

/// <param name="DueAt">UTC.</param>
public sealed record HeldOnCase(ReportAction Action, string Who, DateTimeOffset DueAt);

/// <summary>Everything that the viewer may see of one case.</summary>
/// <param name="Story">Null where the tier does not allow it, or the content has been shredded.</param>
/// <param name="Writers">Names of the colleagues who are writing on it just now.</param>
/// <param name="Desk">The viewer with their card, or the desk of a coordinator; null for who only reads.</param>
public sealed record CaseView(
    Report Report,
    Subcategory Kind,
    AudienceTier Tier,
    IReadOnlyList<string>? Story,
    Coordinates? Pin,
    IReadOnlyList<EvidenceRef> Evidence,
    IReadOnlyList<SeatLine> Seats,
    IReadOnlyList<TimelineLine> Timeline,
    IReadOnlyList<Deadline> Deadlines,
    string? Resolution,
    OfficerCase? Desk,
    IReadOnlyList<string> Writers)
{
    /// <summary>Which the lowest tier does not learn.</summary>
    public DesaCode? Desa => Tier == AudienceTier.Agregat ? null : Report.Desa;

    /// <summary>The report's company and its victims.</summary>
    public ClusterView Cluster { get; init; } = ClusterView.None;

    /// <summary>What a coordinator has ordered on several cases and can still take back; for coordinators.</summary>
    public HeldOnCase? Held { get; init; }

    public IReadOnlyList<AlikeLine> Alike { get; init; } = [];

    /// <summary>Name of the body that it was referred to last.</summary>
    public string? ReferredTo { get; init; }

    /// <summary>How many of the last pieces of <see cref="Evidence"/> an officer sent with the resolution.</summary>
    public int ProofCount { get; init; }

    /// <summary>Number of the case whose words the resident reads while the two are merged; null where it is not for the viewer.</summary>
    public string? MergedInto { get; init; }
}
