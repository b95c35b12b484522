using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Clusters;

/// <summary>
/// When the report that spoke for a storm goes its way without the others (withdrawn, passed on, declined, merged), the next one speaks in
/// the same commit, to those who were asked about the first: no report is for a moment one that nobody was asked about (policy 1.3, 3.2).
/// </summary>
internal static class NextSpeaker
{
    private static readonly CompiledQuery<ReportId, Report> Members = new((db, head) => db.Reports
        .Where(report => report.Situation == head && report.Id != head && report.Status == ReportStatus.Offered)
        .OrderBy(report => report.ReceivedAt));

    private static readonly CompiledQuery<ReportId, OfficerId> Asked = new((db, report) =>
        db.Cards.Where(card => card.Report == report && card.OfferedAt != null).Select(card => card.Officer));

    /// <summary>Whether a report spoke for others before this unit moved it, and does so no more.</summary>
    public static bool Is(Unit unit, Report moved) =>
        unit.Db.Entry(moved).Property(report => report.Situation).OriginalValue == moved.Id
        && (moved.Status != ReportStatus.Offered || moved.Situation != moved.Id);

    /// <param name="visible">When the card leaves; null for now.</param>
    public static async Task StandInAsync(Unit unit, CaseWork work, Report gone, DateTimeOffset? visible = null)
    {
        var left = (await Members.ListAsync(unit.Db, gone.Id)).Where(member => member.Status == ReportStatus.Offered && member.Situation == gone.Id).ToList();
        if (left is not [var next, ..])
        {
            return;
        }

        var asked = (await Asked.ListAsync(unit.Db, gone.Id)).ToHashSet();
        var heard = await AskedOfAsync(unit, next, asked);
        var behind = new List<Report>();
        foreach (var member in left.Skip(1))
        {
            if ((await AskedOfAsync(unit, member, asked)).All(card => heard.Exists(one => one.Officer == card.Officer)))
            {
                behind.Add(member);
            }
        }

        next.Join(behind.Count > 0 ? next.Id : null);
        behind.ForEach(member => member.Join(next.Id));
        foreach (var card in heard)
        {
            await work.SendCardAsync(unit, next, card, visible);
        }

        if (behind.Count < left.Count - 1)
        {
            await StandInAsync(unit, work, gone, visible); // somebody who was asked about the others is not asked about this one
        }
    }

    /// <summary>The cards of a member that were not sent because whoever they are for was asked about its speaker.</summary>
    private static async Task<List<CardRow>> AskedOfAsync(Unit unit, Report member, HashSet<OfficerId> asked) =>
        [.. (await CaseWork.CardsAsync(unit, member.Id, Part.Lead, Part.Support)).Where(card => asked.Contains(card.Officer))];
}
