using Kentongan.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Retention;

/// <summary>Until when resident and officers of a report may write to each other and read it (policy 5.8).</summary>
public sealed class ReporterChannel(IOptions<RetentionOptions> options)
{
    public bool IsOpen(Report report, DateTimeOffset now) => report.ClosedAt is not { } closed || now - closed < options.Value.Channel;
}
