using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Jobs;

/// <summary>Does what residents did to their reports once its random moment has come, or at once where the report has become urgent (threat-model 4, row 13).</summary>
public sealed partial class DoReporterDeeds(
    IDbContextFactory<TriageDb> contexts, Committer committer, ReporterDeeds deeds, TimeProvider time, ILogger<DoReporterDeeds> logger) : IJob
{
    private readonly Retries<ReportId> _failed = new();

    public async Task<int> RunAsync(CancellationToken ct) => await OneByOne.DoAsync(
        [.. (await DueAsync(ct)).Where(report => !_failed.MustWait(report, time.GetUtcNow()))],
        async report =>
        {
            var done = await committer.CommitAsync(unit => deeds.DoNextAsync(unit, report), ct);
            _failed.Worked(report);
            return done;
        },
        (report, error) => LogFailed(logger, error, _failed.Failed(report, TimeSpan.Zero, time.GetUtcNow())));

    /// <summary>A report as often as deeds of it wait.</summary>
    private async Task<IReadOnlyList<ReportId>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        return await (
            from row in db.ReporterDeeds.AsNoTracking()
            join report in db.Reports.AsNoTracking() on row.Report equals report.Id
            where row.DueAt <= now || report.Priority == Priority.P0 || report.Priority == Priority.P1
            orderby row.DueAt, row.Number
            select row.Report).ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What a resident did could not be done to the report ({Error}); it is tried again at {Again:u}")]
    private static partial void LogFailed(ILogger logger, string error, DateTimeOffset again);
}
