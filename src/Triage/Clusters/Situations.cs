using Kentongan.Domain;
using Kentongan.Domain.Clusters;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Clusters;

/// <summary>The <c>Storm</c> section (policy 3.2).</summary>
public sealed class StormOptions
{
    public const string Section = "Storm";

    /// <summary>More reports than this from one kecamatan within ten minutes become one situation; 0 is off.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 1000)]
    public int Threshold { get; set; } = 10;
}

/// <summary>
/// In a storm one report speaks for those of its family and kecamatan that come after it: one card, one accept, one reminder
/// (policy 3.2). Every report stays a report: it is counted, has its own receipt, facts and deadlines. An emergency always
/// speaks for itself, and a report that accuses an office is never bundled (policy 5.4).
/// </summary>
public sealed class Situations(IOptions<StormOptions> options, CaseWork work)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostCandidates = 12;

    private static readonly CompiledQuery<KecamatanCode, DateTimeOffset, DateTimeOffset, int, int> Recent = new((db, kecamatan, since, now, most) => db.Reports
        .Where(other => other.Kecamatan == kecamatan && other.Accused == AccusedOffice.None // a storm that begins early tells of what is hidden
            && other.ReceivedAt > since && other.ReceivedAt <= now)
        .Select(other => 1).Take(most));

    private static readonly CompiledQuery<ReportId, KecamatanCode, string, Report> Speaking = new((db, report, kecamatan, family) => db.Reports
        .Where(other => other.Situation == other.Id && other.Id != report && other.Kecamatan == kecamatan && other.Accused == AccusedOffice.None
            && other.Status == ReportStatus.Offered && other.Category.StartsWith(family))
        .OrderBy(other => other.ReceivedAt));

    private static readonly CompiledQuery<ReportId, KecamatanCode, string, DateTimeOffset, Report> Earliest = new((db, report, kecamatan, family, since) => db.Reports
        .Where(other => other.Kecamatan == kecamatan && other.ReceivedAt > since && other.Id != report && other.Accused == AccusedOffice.None
            && other.Status == ReportStatus.Offered && other.Category.StartsWith(family) && other.Situation == null)
        .OrderBy(other => other.ReceivedAt)
        .Take(MostCandidates));

    private static readonly CompiledQuery<ReportId, OfficerId> Asked = new((db, report) => db.Cards
        .Where(card => card.Report == report && card.OfferedAt != null && card.WithdrawnAt == null && card.Part != Part.Copy).Select(card => card.Officer));

    /// <summary>
    /// Before a report is dealt: finds the report that will speak for it, one about which everybody was asked who would be asked about this one.
    /// Else its own lead would hear nothing of it (policy 1.1, 1.3).
    /// </summary>
    /// <param name="wouldAsk">Who would get its card now; asked only in a storm.</param>
    /// <returns>Null where it speaks for itself.</returns>
    public async Task<Report?> JoinAsync(Unit unit, Report report, Func<Task<IReadOnlyCollection<OfficerId>>> wouldAsk)
    {
        if (options.Value.Threshold <= 0 || report.Accused != AccusedOffice.None || report.Kecamatan is not { } kecamatan || report.ScreenFirst)
        {
            return null;
        }

        var (since, storm, family) = (report.ReceivedAt - Window, options.Value.Threshold + 1, Duplicates.FamilyOf(report.Category) + ".");
        if (await Recent.Run(unit.Db, kecamatan, since, report.ReceivedAt, storm).CountAsync() < storm)
        {
            return null;
        }

        var ask = await wouldAsk();
        var head = ask.Count == 0 ? null
            : await FirstAsync(unit, await Speaking.ListAsync(unit.Db, report.Id, kecamatan, family), report, ask)
                ?? await FirstAsync(unit, await Earliest.ListAsync(unit.Db, report.Id, kecamatan, family, since), report, ask);
        head?.Join(head.Id);
        report.Join(head?.Id);
        return head;
    }

    /// <summary>Nobody speaks for what is more urgent than itself, or asks others.</summary>
    private static async Task<Report?> FirstAsync(Unit unit, List<Report> heads, Report report, IReadOnlyCollection<OfficerId> ask)
    {
        foreach (var head in heads.Where(head => head.Priority <= report.Priority))
        {
            if (ask.All((await Asked.ListAsync(unit.Db, head.Id)).Contains))
            {
                return head;
            }
        }

        return null;
    }

    /// <summary>The card of the one that speaks shows how many there are.</summary>
    public Task JoinedAsync(Unit unit, Report speaker, DateTimeOffset visible) => work.RefreshCardsAsync(unit, speaker, visible: visible);

    /// <summary>One accept for all: every report of the situation that this officer was dealt and nobody has accepted.</summary>
    public async Task AcceptedAsync(Unit unit, OfficerCase by)
    {
        if (by.Report.Situation != by.Report.Id)
        {
            return;
        }

        var (head, officer) = (by.Report.Id, by.Card.Officer);
        var members = await unit.Db.Reports
            .Where(report => report.Situation == head && report.Id != head && report.Status == ReportStatus.Offered
                && unit.Db.Cards.Any(card => card.Report == report.Id && card.Officer == officer && card.WithdrawnAt == null
                    && (card.Part == Part.Lead || card.Part == Part.Support)))
            .ToListAsync();
        foreach (var member in members)
        {
            var card = await unit.Db.Cards.SingleAsync(card => card.Report == member.Id && card.Officer == officer);
            card.ReachedAt ??= unit.Now;
            var moved = member.Accept(Actor.In(card.Seat, officer), unit.Now);
            await work.KeepAsync(unit, member, AtLevel(moved, member.EscalationLevel), officer);
            await SpeakAsync(unit, member, officer);
        }

        await NextSpeaker.StandInAsync(unit, work, by.Report); // for those that this officer was not asked about
    }

    /// <summary>
    /// A clock of a member has run down. While its speaker is still on offer, the member only counts the level: whoever was
    /// reminded of the one was reminded of all. Once the speaker has gone its way without it, the member speaks for itself.
    /// </summary>
    /// <returns>True where nothing else is to be done.</returns>
    public async Task<bool> IsQuietAsync(Unit unit, Report report, int level)
    {
        if (!report.IsSpokenFor || report.Status != ReportStatus.Offered)
        {
            return false;
        }

        if (await StaysBehindAsync(unit, report))
        {
            report.Escalate(level);
            return true;
        }

        foreach (var card in await CaseWork.CardsAsync(unit, report.Id, Part.Lead, Part.Support))
        {
            await work.SendCardAsync(unit, report, card);
        }

        return false;
    }

    /// <summary>Whether the speaker of a member is still on offer in the same kecamatan; once it has gone its way, the member leaves the situation.</summary>
    public static async Task<bool> StaysBehindAsync(Unit unit, Report member)
    {
        if (await CaseWork.FindAsync(unit, member.Situation!.Value) is { Status: ReportStatus.Offered } speaker && speaker.Kecamatan == member.Kecamatan)
        {
            return true;
        }

        member.Join(null);
        return false;
    }

    /// <summary>Whoever accepted needs the card of each, to work on it; the others are spared.</summary>
    private async Task SpeakAsync(Unit unit, Report member, OfficerId officer)
    {
        var card = await unit.Db.Cards.SingleAsync(card => card.Report == member.Id && card.Officer == officer);
        if (card.OfferedAt is null)
        {
            await work.SendCardAsync(unit, member, card);
        }
    }

    /// <summary>The fact of an acceptance keeps the escalation level that was reached.</summary>
    internal static Outcome<ReportFact> AtLevel(Outcome<ReportFact> moved, int level) => moved is Outcome<ReportFact>.Done(var fact)
        ? fact with { Detail = level.ToString(System.Globalization.CultureInfo.InvariantCulture) }
        : moved;
}
