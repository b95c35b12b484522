using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Clusters;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Clusters;

/// <summary>A report that may tell the same as the one whose card is open, as far as its reader may know of it.</summary>
/// <param name="Merged">Merged into that one already: it can be taken apart again.</param>
public sealed record LikeReport(Report Report, bool Merged)
{
    /// <summary>What a button carries: small, and the same whatever else joins the list.</summary>
    public int Mark => MarkOf(Report.CaseNumber);

    public static int MarkOf(string caseNumber) => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(caseNumber))) & int.MaxValue;
}

/// <summary>Staff say which reports tell the same, and take it back (policy 5.2). Nothing merges by itself.</summary>
public sealed class MergeReports(CaseWork work, ReportVault vault)
{
    /// <summary>Who answers for the report, or the coordinator, may look; each sees only reports they hold a full card of.</summary>
    public static async Task<IReadOnlyList<LikeReport>> CandidatesAsync(TriageDb db, OfficerCase by)
    {
        if (!MayDecide(by))
        {
            return [];
        }

        var coordinates = by.Actor.Role == Role.Coordinator;
        var (report, officer) = (by.Report.Id, by.Card.Officer);
        var near = db.Likes.Where(like => like.Report == report).Select(like => like.Other)
            .Union(db.Reports.Where(other => other.MergedInto == report).Select(other => other.Id)); // few, and both by an index: an "or" would walk through all reports
        var alike = db.Reports
            .Where(other => near.Contains(other.Id))
            .Where(other => other.Accused == by.Report.Accused && other.Status != ReportStatus.Closed && (other.MergedInto ?? report) == report)
            .Where(other => coordinates || db.Cards.Any(card => card.Report == other.Id && card.Officer == officer
                && card.OfferedAt != null && card.WithdrawnAt == null && card.Tier == AudienceTier.Full));
        var rows = await (coordinates ? alike.OrderBy(other => other.ReceivedAt) : alike.OrderBy(other => other.CaseNumber)) // a lot: the order would tell of the minute (threat-model 4, row 13)
            .Take(20)
            .ToListAsync();
        return [.. rows.Select(other => new LikeReport(other, other.MergedInto == report))];
    }

    /// <summary>The report whose card is open survives. What is more urgent is never hidden behind what is less.</summary>
    public async Task<Outcome<ReportFact>> MergeAsync(Unit unit, OfficerCase by, int mark)
    {
        if (await FindAsync(unit, by, mark, merged: false) is not { } other || !by.Report.IsOpen)
        {
            return new Refusal.Stale();
        }

        if (other.Priority < by.Report.Priority)
        {
            return new Refusal.MoreUrgent();
        }

        return vault.SealText(other.Id, by.Report.CaseNumber) is { } reason
            ? await KeepAsync(unit, by, other, other.Merge(ActorFor(by), reason, unit.Now, by.Report.Id))
            : new Refusal.Stale();
    }

    public async Task<Outcome<ReportFact>> UnmergeAsync(Unit unit, OfficerCase by, int mark) =>
        await FindAsync(unit, by, mark, merged: true) is { } other
            ? await KeepAsync(unit, by, other, other.Unmerge(ActorFor(by), unit.Now))
            : new Refusal.Stale();

    /// <summary>Somebody who read both says that they tell the same, where the likeness was not found by itself.</summary>
    /// <returns>Why not; null where the two are marked now.</returns>
    public static async Task<Refusal?> MarkAsync(Unit unit, OfficerCase by, string number)
    {
        var coordinates = by.Actor.Role == Role.Coordinator;
        var (report, officer) = (by.Report.Id, by.Card.Officer);
        var other = !MayDecide(by) ? null : await unit.Db.Reports
            .Where(one => one.CaseNumber == number && one.Id != report && one.Accused == by.Report.Accused && one.Status != ReportStatus.Closed && one.MergedInto == null)
            .Where(one => coordinates || unit.Db.Cards.Any(card => card.Report == one.Id && card.Officer == officer
                && card.OfferedAt != null && card.WithdrawnAt == null && card.Tier == AudienceTier.Full))
            .SingleOrDefaultAsync();
        if (other is null || Duplicates.FamilyOf(other.Category) != Duplicates.FamilyOf(by.Report.Category))
        {
            return new Refusal.NotFound();
        }

        if (await unit.Db.Likes.AnyAsync(like => like.Report == report && like.Other == other.Id))
        {
            return null;
        }

        unit.Db.Likes.Add(new LikeRow { Report = report, Other = other.Id });
        unit.Db.Likes.Add(new LikeRow { Report = other.Id, Other = report });
        return null;
    }

    private static bool MayDecide(OfficerCase by) =>
        by.Card.WithdrawnAt is null && (by.Actor.Role is Role.Lead || by.Card.Seat == Seat.Koordinator.Code);

    /// <summary>In the other report they are whatever that one makes of them.</summary>
    private static Actor ActorFor(OfficerCase by) => Actor.In(by.Card.Seat, by.Card.Officer);

    private static async Task<Report?> FindAsync(Unit unit, OfficerCase by, int mark, bool merged) =>
        (await CandidatesAsync(unit.Db, by)).SingleOrDefault(like => like.Mark == mark && like.Merged == merged)?.Report;

    private async Task<Outcome<ReportFact>> KeepAsync(Unit unit, OfficerCase by, Report other, Outcome<ReportFact> moved)
    {
        var kept = await work.KeepAsync(unit, other, moved, by.Card.Officer);
        if (kept is Outcome<ReportFact>.Done)
        {
            await work.NudgeAsync(unit, other.Id);
            await work.RefreshCardsAsync(unit, by.Report, by.Card.Officer);
        }

        return kept;
    }
}
