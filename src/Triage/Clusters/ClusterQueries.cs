using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Clusters;

/// <summary>What a card tells of a report's company and of its victims (policy 3.2, 5.2, 5.5).</summary>
/// <param name="Alike">Reports that may tell the same and were not found empty.</param>
/// <param name="Supply">Where it came from, by name; null where nobody said.</param>
/// <param name="Situation">Of how many reports this card speaks, itself included; 0 outside a storm.</param>
/// <param name="Counts">The latest counts of casualties, newest first, with when they were made.</param>
/// <param name="PendingCheck">The check of the 72-hour watch that can be made now; null for none.</param>
/// <param name="ReviewMissing">Closed, and nobody has written what was learned.</param>
public sealed record ClusterView(
    int Alike,
    string? Supply,
    int Situation,
    bool CountsVictims,
    IReadOnlyList<(CasualtyCount Count, DateTimeOffset At)> Counts,
    string? PendingCheck,
    bool ReviewMissing)
{
    /// <summary>What the resident tapped about victims, and when; null where they tapped nothing (policy 5.5).</summary>
    public (VictimsTold Told, DateTimeOffset At)? Told { get; init; }

    public static ClusterView None { get; } = new(0, null, 0, false, [], null, false);
}

/// <summary>Reads what a card needs of the reports around its own.</summary>
public sealed class ClusterQueries(Jurisdiction jurisdiction, TimeProvider time)
{
    private const int CountsShown = 3;

    public async Task<ClusterView> ReadAsync(TriageDb db, Report report, AudienceTier tier, CancellationToken ct)
    {
        var victims = jurisdiction.Programmes.Find(report.Category)?.CountsVictims == true;
        return new ClusterView(
            await AlikeAsync(db, report.Id, time.GetUtcNow(), ct),
            tier == AudienceTier.Agregat ? null : SupplyOf(report),
            report.Situation == report.Id ? await SituationAsync(db, report.Id, time.GetUtcNow(), ct) : 0,
            victims,
            victims ? await CountsAsync(db, report.Id, ct) : [],
            victims ? CareForVictims.PendingCheck(report, await CareForVictims.ChecksAsync(db, report.Id), time.GetUtcNow()) : null,
            victims && report.Status == ReportStatus.Closed && Watch.IsWorthIt(report.Status, report.Outcome)
                && !await db.Facts.AnyAsync(fact => fact.Report == report.Id && fact.Action == ReportAction.ReviewAfterwards, ct))
        {
            Told = report is { Priority: Priority.P0, IsOpen: true } ? await TellOfVictims.LatestAsync(db, report.Id, ct) : null,
        };
    }

    /// <summary>What waits for its random moment is not counted before: the count would tell the minute at which it was written (threat-model 4, row 13).</summary>
    private static Task<int> SituationAsync(TriageDb db, ReportId report, DateTimeOffset now, CancellationToken ct) =>
        db.Reports.CountAsync(other => other.Situation == report && (other.FirstOfferedAt == null || other.FirstOfferedAt <= now), ct);

    private static Task<int> AlikeAsync(TriageDb db, ReportId report, DateTimeOffset now, CancellationToken ct) => db.Likes.CountAsync(
        like => like.Report == report && db.Reports.Any(other => other.Id == like.Other && (other.FirstOfferedAt == null || other.FirstOfferedAt <= now)
            && (other.Outcome == null || (other.Outcome != ReportOutcome.Hoax && other.Outcome != ReportOutcome.Withdrawn))),
        ct);

    private string? SupplyOf(Report report) => (report.SupplyDesa, report.SupplyKecamatan) switch
    {
        ({ } desa, { } kecamatan) => $"{jurisdiction.Regions.Find(desa)?.Name}, {jurisdiction.Regions.Find(kecamatan)?.Name}",
        (null, { } kecamatan) => $"Kec. {jurisdiction.Regions.Find(kecamatan)?.Name}",
        _ => null,
    };

    private static async Task<IReadOnlyList<(CasualtyCount Count, DateTimeOffset At)>> CountsAsync(TriageDb db, ReportId report, CancellationToken ct)
    {
        var facts = await db.Facts.AsNoTracking()
            .Where(fact => fact.Report == report && fact.Action == ReportAction.CountCasualties)
            .OrderByDescending(fact => fact.Sequence)
            .Take(CountsShown)
            .Select(fact => new { fact.Detail, fact.At })
            .ToListAsync(ct);
        return [.. from fact in facts let count = CasualtyCount.Read(fact.Detail ?? "") where count is not null select (count.Value, fact.At)];
    }
}
