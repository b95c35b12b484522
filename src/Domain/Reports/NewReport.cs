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
    Timers Timers);
