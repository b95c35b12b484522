using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Board;

/// <summary>One report as the board and the list show it: facts alone, not a word of the story.</summary>
/// <param name="Due">The one earliest promise that is not kept yet.</param>
public sealed record CaseLine(
    ReportId Report,
    string Number,
    string Category,
    Priority Priority,
    ReportStatus Status,
    ReportOutcome? Outcome,
    KecamatanCode? Kecamatan,
    DesaCode? Desa,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    int EscalationLevel,
    string? LeadSeat,
    int EvidenceCount,
    DeadlineKind? DueKind,
    DateTimeOffset? Due)
{
    /// <summary>How many other reports may tell the same (policy 5.2).</summary>
    public int Alike { get; init; }

    private static readonly double[] Weights = [8, 4, 2, 1];

    /// <summary>Late times severity; what is not late yet comes after, the nearest first.</summary>
    public static double Urgency(Priority priority, int level, DateTimeOffset? due, DateTimeOffset now)
    {
        var weight = Weights[(int)priority];
        var late = due is { } at ? (now - at).TotalMinutes : -1e7;
        return (late > 0 ? late * weight : late / weight) + (level * 60 * weight);
    }
}

/// <summary>A column of the board.</summary>
/// <param name="Total">How many there are, of which <paramref name="Cases"/> are the most urgent.</param>
public sealed record BoardColumn(BoardStage Stage, int Total, IReadOnlyList<CaseLine> Cases);

/// <summary>The columns, in the order of the work.</summary>
public enum BoardStage
{
    New,
    Accepted,
    Working,
    ToVerify,
}

/// <param name="Queues">Name and count of each queue, in the whole of what the viewer may see.</param>
/// <param name="Emergencies">The most urgent of <paramref name="EmergencyTotal"/>.</param>
public sealed record BoardView(IReadOnlyList<CaseLine> Emergencies, int EmergencyTotal, IReadOnlyList<BoardColumn> Columns, IReadOnlyDictionary<string, int> Queues, DateTimeOffset At);

/// <summary>A page of the list.</summary>
/// <param name="ByUrgency">The most urgent first, as in a queue of work; else the newest.</param>
public sealed record CaseList(IReadOnlyList<CaseLine> Cases, int Total, int Page, int Pages, bool ByUrgency = false);

/// <summary>Reads what board and list show, within what the viewer may see.</summary>
public sealed class BoardQueries(IDbContextFactory<TriageDb> contexts, Jurisdiction jurisdiction, TimeProvider time)
{
    /// <summary>So many cards that the page stays under 150 kB.</summary>
    private const int PerColumn = 30, PerLane = 40;

    private const int MostOpen = 5000, PerPage = 50;

    public async Task<BoardView> ReadAsync(Viewer viewer, CaseFilter filter, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visible = VisibleReports.For(db, viewer);
        var open = filter.Narrow(visible, db, viewer, jurisdiction, now).Where(report => Lifecycle.OpenStatuses.Contains(report.Status));
        var sorted = await RankedAsync(db, viewer, open, now, ct);
        var emergencies = sorted.Where(one => one.Priority == Priority.P0).ToList();
        var stages = Enum.GetValues<BoardStage>().ToDictionary(stage => stage, stage => sorted.Where(one => StageOf(one.Status) == stage && one.Priority != Priority.P0).ToList());
        var shown = emergencies.Take(PerLane).Concat(stages.Values.SelectMany(all => all.Take(PerColumn))).Select(one => one.Id).ToList();
        var lines = (await LinesAsync(db, viewer, visible.Where(report => shown.Contains(report.Id)), ct)).ToDictionary(line => line.Report);
        return new BoardView(
            Lines(emergencies, PerLane),
            emergencies.Count,
            [.. stages.Select(stage => new BoardColumn(stage.Key, stage.Value.Count, Lines(stage.Value, PerColumn)))],
            await QueuesAsync(db, visible, now, ct),
            now);

        List<CaseLine> Lines(List<Ranked> all, int most) => [.. all.Take(most).Select(one => lines.GetValueOrDefault(one.Id)).OfType<CaseLine>()];
    }

    /// <summary>The most urgent open case besides this one: where one goes on after finishing.</summary>
    public async Task<string?> NextAsync(Viewer viewer, string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = VisibleReports.For(db, viewer).Where(report => Lifecycle.OpenStatuses.Contains(report.Status) && report.CaseNumber != number);
        return (await RankedAsync(db, viewer, open, time.GetUtcNow(), ct)) is [{ Id: var next }, ..]
            ? await db.Reports.Where(report => report.Id == next).Select(report => report.CaseNumber).SingleAsync(ct)
            : null;
    }

    public async Task<CaseList> ListAsync(Viewer viewer, CaseFilter filter, int page, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reports = filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now);
        var total = await reports.CountAsync(ct);
        var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
        var shown = Math.Clamp(page, 1, pages);
        var byUrgency = filter.Queue is not null && total <= MostOpen;
        var lines = byUrgency
            ? await MostUrgentAsync(db, viewer, reports, (shown - 1) * PerPage, PerPage, now, ct)
            : await NewestAsync(db, viewer, reports, (shown - 1) * PerPage, PerPage, ct);
        return new CaseList(lines, total, shown, pages, byUrgency);
    }

    /// <summary>The whole list, newest first, up to a limit: for a file.</summary>
    public async Task<IReadOnlyList<CaseLine>> AllAsync(Viewer viewer, CaseFilter filter, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reports = filter.Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, time.GetUtcNow());
        return await NewestAsync(db, viewer, reports, 0, most, ct);
    }

    /// <summary>Those of these numbers that the viewer may see.</summary>
    public async Task<IReadOnlyList<CaseLine>> OfAsync(Viewer viewer, string[] numbers, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return Newest(viewer, await LinesAsync(db, viewer, VisibleReports.For(db, viewer).Where(report => numbers.Contains(report.CaseNumber)), ct));
    }

    public static BoardStage StageOf(ReportStatus status) => status switch
    {
        ReportStatus.Accepted => BoardStage.Accepted,
        ReportStatus.InProgress or ReportStatus.Waiting or ReportStatus.Referred => BoardStage.Working,
        ReportStatus.ResolutionProposed => BoardStage.ToVerify,
        _ => BoardStage.New,
    };

    /// <summary>
    /// A part of the list, newest first as far as the viewer knows. Whoever knows only a part of the day has few cards: they are put in order here, since
    /// a place between two known minutes would tell the minute (threat-model 4, row 13).
    /// </summary>
    private async Task<IReadOnlyList<CaseLine>> NewestAsync(TriageDb db, Viewer viewer, IQueryable<Report> reports, int skip, int take, CancellationToken ct)
    {
        if (viewer.KnowsMinutes)
        {
            return Newest(viewer, await LinesAsync(db, viewer, reports.OrderByDescending(report => report.ReceivedAt).Skip(skip).Take(take), ct));
        }

        var all = await reports.Select(report => new { report.Id, report.Priority, report.ReceivedAt, report.CaseNumber }).ToListAsync(ct);
        var part = all.OrderByDescending(one => jurisdiction.Local.KnownOf(one.Priority, one.ReceivedAt)).ThenBy(one => one.CaseNumber, StringComparer.Ordinal)
            .Skip(skip).Take(take).Select(one => one.Id).ToList();
        return part.Count == 0 ? [] : Newest(viewer, await LinesAsync(db, viewer, db.Reports.Where(report => part.Contains(report.Id)), ct));
    }

    /// <summary>A part of a queue of work, in the order of the board.</summary>
    private async Task<IReadOnlyList<CaseLine>> MostUrgentAsync(TriageDb db, Viewer viewer, IQueryable<Report> reports, int skip, int take, DateTimeOffset now, CancellationToken ct)
    {
        var part = (await RankedAsync(db, viewer, reports, now, ct)).Skip(skip).Take(take).Select(one => one.Id).ToList();
        var lines = part.Count == 0 ? [] : (await LinesAsync(db, viewer, db.Reports.AsNoTracking().Where(report => part.Contains(report.Id)), ct)).ToDictionary(line => line.Report);
        return [.. part.Select(id => lines.GetValueOrDefault(id)).OfType<CaseLine>()];
    }

    /// <summary>Case numbers are random: between those of one part of the day they draw the lot.</summary>
    private IReadOnlyList<CaseLine> Newest(Viewer viewer, List<CaseLine> lines) => viewer.KnowsMinutes
        ? [.. lines.OrderByDescending(line => line.ReceivedAt)]
        : [.. lines.OrderByDescending(line => jurisdiction.Local.KnownOf(line.Priority, line.ReceivedAt)).ThenBy(line => line.Number, StringComparer.Ordinal)];

    private static async Task<Dictionary<string, int>> QueuesAsync(TriageDb db, IQueryable<Report> visible, DateTimeOffset now, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>();
        foreach (var queue in Queues.All)
        {
            counts[queue] = await Queues.Narrow(queue, visible, db, now).CountAsync(ct);
        }

        return counts;
    }

    /// <summary>The most urgent first. Thousands are compared and few are shown: no more is read of each than that takes.</summary>
    private async Task<List<Ranked>> RankedAsync(TriageDb db, Viewer viewer, IQueryable<Report> open, DateTimeOffset now, CancellationToken ct)
    {
        var ranked = await open.OrderBy(report => report.Priority).ThenByDescending(report => report.ReceivedAt).Take(MostOpen)
            .Select(report => new Ranked(
                report.Id,
                report.CaseNumber,
                report.Priority,
                report.Status,
                report.EscalationLevel,
                report.ReceivedAt,
                db.Deadlines.Where(row => row.Report == report.Id && Queues.Promises.Contains(row.Kind)).Min(row => (DateTimeOffset?)row.DueAt)))
            .ToListAsync(ct);
        var urgent = ranked.OrderByDescending(one => CaseLine.Urgency(one.Priority, one.Level, one.Due, now));
        return [.. viewer.KnowsMinutes ? urgent : urgent.ThenByDescending(one => jurisdiction.Local.KnownOf(one.Priority, one.ReceivedAt)).ThenBy(one => one.Number, StringComparer.Ordinal)];
    }

    private static async Task<List<CaseLine>> LinesAsync(TriageDb db, Viewer viewer, IQueryable<Report> reports, CancellationToken ct)
    {
        var rows = await reports.Select(report => new
        {
            report.Id,
            report.CaseNumber,
            report.Category,
            report.Priority,
            report.Status,
            report.Outcome,
            report.Kecamatan,
            report.Desa,
            report.ReceivedAt,
            report.ClosedAt,
            report.EscalationLevel,
            report.LeadSeat,
            report.EvidenceCount,
        }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.Id).ToList(); // by name: asked as a question within the others, a late page would be counted off three times
        var tiers = await VisibleReports.TiersAsync(db, viewer, ids, ct);
        var due = (await db.Deadlines.AsNoTracking()
                .Where(row => ids.Contains(row.Report) && Queues.Promises.Contains(row.Kind))
                .Select(row => new { row.Report, row.Kind, row.DueAt, row.Step })
                .ToListAsync(ct))
            .GroupBy(row => row.Report)
            .ToDictionary(group => group.Key, group => Queues.NextOf(group.Select(row => new Deadline(row.Kind, row.DueAt, row.Step)))!);
        var likes = db.Likes.AsNoTracking().Where(like => ids.Contains(like.Report));
        var known = viewer.KnowsMinutes ? likes : likes.Where(like => db.Reports.Any(other => other.Id == like.Other && other.FirstOfferedAt <= viewer.Now)); // what is held back is not counted yet, either
        var alike = await known.GroupBy(like => like.Report)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return [.. rows.Select(row => new CaseLine(
            row.Id,
            row.CaseNumber,
            row.Category,
            row.Priority,
            row.Status,
            row.Outcome,
            row.Kecamatan,
            tiers.GetValueOrDefault(row.Id, AudienceTier.Full) == AudienceTier.Agregat ? null : row.Desa,
            row.ReceivedAt,
            row.ClosedAt,
            row.EscalationLevel,
            row.LeadSeat,
            tiers.GetValueOrDefault(row.Id, AudienceTier.Full) == AudienceTier.Full ? row.EvidenceCount : 0,
            due.TryGetValue(row.Id, out var next) ? next.Kind : null,
            due.GetValueOrDefault(row.Id)?.DueAt) { Alike = alike.GetValueOrDefault(row.Id) })];
    }

    private sealed record Ranked(ReportId Id, string Number, Priority Priority, ReportStatus Status, int Level, DateTimeOffset ReceivedAt, DateTimeOffset? Due);
}
