using Kentongan.Domain;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>Somebody has a form of this case open and is writing.</summary>
public sealed class CaseWriterRow
{
    public ReportId Report { get; set; }

    public OfficerId Officer { get; set; }

    public DateTimeOffset Until { get; set; }
}

/// <summary>Tells colleagues who is writing on a case. It stops nobody: the version of the report decides (policy 1.2).</summary>
public sealed class CaseWriters(Committer committer)
{
    /// <summary>A browser says it again before this has passed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    /// <returns>Who else is writing; null where the viewer may not know of the case.</returns>
    public Task<IReadOnlyList<string>?> AnnounceAsync(Viewer viewer, string number, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            var report = await VisibleReports.For(unit.Db, viewer).Where(one => one.CaseNumber == number).Select(one => (ReportId?)one.Id).SingleOrDefaultAsync();
            if (report is not { } id || viewer.IsAuditor)
            {
                return null;
            }

            var row = await unit.Db.CaseWriters.SingleOrDefaultAsync(one => one.Report == id && one.Officer == viewer.Officer);
            if (row is null)
            {
                row = new CaseWriterRow { Report = id, Officer = viewer.Officer };
                unit.Db.CaseWriters.Add(row);
            }

            row.Until = unit.Now + Lasts;
            return (IReadOnlyList<string>?)await OthersAsync(unit.Db, viewer, id, unit.Now, CancellationToken.None);
        },
        ct);

    /// <summary>What was written is sent.</summary>
    public static Task DoneAsync(Unit unit, Viewer viewer, ReportId report) =>
        unit.Db.CaseWriters.Where(row => row.Report == report && row.Officer == viewer.Officer).ExecuteDeleteAsync();

    public static Task<List<string>> OthersAsync(TriageDb db, Viewer viewer, ReportId report, DateTimeOffset now, CancellationToken ct) => (
        from writer in db.CaseWriters.AsNoTracking()
        join officer in db.Officers.AsNoTracking() on writer.Officer equals officer.Id
        where writer.Report == report && writer.Officer != viewer.Officer && writer.Until > now
        orderby officer.Name
        select officer.Name).Take(5).ToListAsync(ct);
}
