namespace Kentongan.Domain;

/// <summary>Names a report inside the system. Officers see <see cref="Reports.CaseNumber"/>, residents a receipt.</summary>
public readonly record struct ReportId(Guid Value);

/// <summary>Names a person who holds a seat. Never a resident.</summary>
public readonly record struct OfficerId(Guid Value);

/// <summary>Names one stored piece of cleaned evidence.</summary>
public readonly record struct EvidenceId(Guid Value);
