using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Reports;

/// <summary>What is known of a report when it comes in. The story is not here: see <see cref="ReportContent"/>.</summary>
public sealed record NewReport(
    ReportId Id,
    string CaseNumber,
    byte[] ReceiptHash,
    string Category,
    Priority Priority,
    Happening Happening,
    AccusedOffice Accused,
    Place? Place,
    int EvidenceCount,
    Timers Timers)
{
    /// <summary>The operation in force that raised it, by the code of its programme (policy 3.1).</summary>
    public string? Operation { get; init; }

    public ElectionRegime? Regime { get; init; }

    /// <summary>When a legal limit runs out for the resident (policy 5.6).</summary>
    public DateTimeOffset? LegalDueAt { get; init; }

    /// <summary>The kecamatan across a border that is near (policy 5.1).</summary>
    public KecamatanCode? BorderKecamatan { get; init; }

    /// <summary>Where it came from, where that is another place than where it happened (design 6); null where nobody said.</summary>
    public Place? Supply { get; init; }

    /// <summary>A person looks before it is offered; an emergency goes its way all the same (policy 5.3).</summary>
    public bool ScreenFirst { get; init; }
}
