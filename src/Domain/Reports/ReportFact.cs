namespace Kentongan.Domain.Reports;

/// <summary>One thing that happened to a report: the timeline, the source of every figure, and the audit trail. Never changed.</summary>
/// <param name="Sequence">1, 2, 3 … within the report; equals the report's version after the fact.</param>
/// <param name="Officer">Who acted, where a person in office did. A resident is never named.</param>
/// <param name="Seat">The seat in which the officer acted.</param>
/// <param name="Detail">Short machine words only (an outcome, a kecamatan code, a level): never free text.</param>
/// <param name="SealedText">What a person wrote, encrypted with the report's key; null where nothing was written.</param>
public sealed record ReportFact(
    ReportId Report,
    int Sequence,
    ReportAction Action,
    ReportStatus Status,
    Role By,
    OfficerId? Officer,
    string? Seat,
    DateTimeOffset At,
    string? Detail,
    byte[]? SealedText);
