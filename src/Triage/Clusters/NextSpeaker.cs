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
    public static async Task StandInAsync(Unit unit, CaseWork work, Report gone, DateTimeOffset? visible = null) =>
        await SpeakAsync(unit, work, await BehindAsync(unit, gone), (await Asked.ListAsync(unit.Db, gone.Id)).ToHashSet(), visible);

    /// <summary>Whoever declines the report that speaks has said nothing of the others: those they were asked about through it go on without it.</summary>
    public static async Task DeclinedAsync(Unit unit, CaseWork work, Report speaker, OfficerId by)
    {
        var theirs = new List<Report>();
        foreach (var member in await BehindAsync(unit, speaker))
        {
            if ((await AskedOfAsync(unit, member, [by])).Count > 0)
            {
                theirs.Add(member);
            }
        }

        await SpeakAsync(unit, work, theirs, (await Asked.ListAsync(unit.Db, speaker.Id)).ToHashSet(), visible: null);
    }

    private static async Task<List<Report>> BehindAsync(Unit unit, Report speaker) =>
        [.. (await Members.ListAsync(unit.Db, speaker.Id)).Where(member => member.Status == ReportStatus.Offered && member.Situation == speaker.Id)];

    /// <summary>The first speaks for those who ask nobody else; then the first of the others, until each is spoken for.</summary>
    private static async Task SpeakAsync(Unit unit, CaseWork work, List<Report> left, HashSet<OfficerId> asked, DateTimeOffset? visible)
    {
        while (left is [var next, .. var others])
        {
            var heard = await AskedOfAsync(unit, next, asked);
            left = [];
            var behind = new List<Report>();
            foreach (var member in others)
            {
                var isHeard = (await AskedOfAsync(unit, member, asked)).All(card => heard.Exists(one => one.Officer == card.Officer));
                (isHeard ? behind : left).Add(member);
            }

            next.Join(behind.Count > 0 ? next.Id : null);
            behind.ForEach(member => member.Join(next.Id));
            foreach (var card in heard)
            {
                await work.SendCardAsync(unit, next, card, visible);
            }
        }
    }

    /// <summary>The cards of a member that were not sent because whoever they are for was asked about its speaker.</summary>
    private static async Task<List<CardRow>> AskedOfAsync(Unit unit, Report member, HashSet<OfficerId> asked) =>
        [.. (await CaseWork.CardsAsync(unit, member.Id, Part.Lead, Part.Support)).Where(card => asked.Contains(card.Officer))];
}
