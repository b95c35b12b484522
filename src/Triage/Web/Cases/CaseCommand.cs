using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Web.Cases;

/// <summary>What a form of the case page asks for.</summary>
/// <param name="Version">Of the report that the page showed; another one means that the page was behind.</param>
public sealed record CaseCommand(
    ReportAction Action, int Version, string? Text = null, KecamatanCode? Kecamatan = null, string? Seat = null, ReportOutcome? Outcome = null, int? Hours = null)
{
    /// <summary>Code of the body that it is referred to, and within how many days an answer is expected.</summary>
    public string? Body { get; init; }

    public int? Days { get; init; }

    public CasualtyCount? Count { get; init; }

    /// <summary>The report that tells the same, by its <see cref="Clusters.LikeReport.Mark"/>.</summary>
    public int? Mark { get; init; }

    /// <summary>Cleaned and kept already; what is refused is never claimed and goes with the next sweep.</summary>
    public IReadOnlyList<EvidenceRef> Proof { get; init; } = [];

    /// <summary>Who was called, and how the call ended.</summary>
    public OfficerId? Called { get; init; }

    public CallResult? Call { get; init; }
}
