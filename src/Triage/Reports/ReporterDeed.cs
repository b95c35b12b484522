using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Reports;

/// <summary>What a resident does to a report that officers know of. A file format: names may be added, never changed.</summary>
/// <param name="Text">What was written; null for a file alone, and for a tap.</param>
/// <param name="Victims">What was tapped about the victims of an emergency.</param>
/// <param name="At">Where they are.</param>
public sealed record ReporterDeed(
    ReporterAct Act, string? Text = null, IReadOnlyList<EvidenceRef>? Evidence = null, VictimsTold? Victims = null, Coordinates? At = null);

/// <summary>Stored by name: never rename one.</summary>
public enum ReporterAct
{
    /// <summary>Words or evidence; the answer to a question that waits.</summary>
    Add,
    Withdraw,
    Confirm,
    Object,
    TellOfVictims,
}

/// <summary>A deed of a resident that waits for its random moment (threat-model 4, row 13).</summary>
public sealed class ReporterDeedRow
{
    public ReportId Report { get; set; }

    /// <summary>Within the report, in the order in which they were done.</summary>
    public int Number { get; set; }

    /// <summary>Which deed, and its words: with the report's key.</summary>
    public byte[] Sealed { get; set; } = [];

    /// <summary>The same for all of one report that wait, so that they stay in their order. UTC.</summary>
    public DateTimeOffset DueAt { get; set; }
}
