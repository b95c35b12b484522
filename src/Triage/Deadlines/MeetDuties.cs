using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Deadlines;

/// <summary>Who is told when a duty towards a report was not met: a first action, a word, a receipt, a legal limit, an answer (policy 3, 5.6).</summary>
public sealed class MeetDuties(Jurisdiction jurisdiction, CaseWork work, RouteReport routing)
{
    /// <summary>More calls at once nobody makes.</summary>
    private const int MostCalls = 3;

    public Task FirstActionAsync(Unit unit, Report report) =>
        TellLeadAsync(unit, report, new Notice.FirstActionPlease(report.CaseNumber, MinutesSince(report.AcceptedAt ?? report.ReceivedAt, unit.Now)));

    /// <summary>The lead first, the coordinator from the second time on (policy 3).</summary>
    public async Task WordAsync(Unit unit, Report report, int step)
    {
        var minutes = MinutesSince(report.LastWordAt ?? report.AcceptedAt ?? report.ReceivedAt, unit.Now);
        await TellLeadAsync(unit, report, new Notice.WordPlease(report.CaseNumber, minutes));
        if (step > 1)
        {
            await TellCoordinatorsAsync(unit, report, new Notice.WordMissed(report.CaseNumber, report.LeadSeat ?? "", minutes));
        }
    }

    /// <summary>Until a receipt number is entered, then until the answer (policy 2, Referred).</summary>
    public async Task ReferralAsync(Unit unit, Report report)
    {
        var body = NameOf(report.ReferredTo);
        Notice notice = report.HasReferralReceipt
            ? new Notice.AnswerDue(report.CaseNumber, body)
            : new Notice.ReceiptPlease(report.CaseNumber, body, (int)(unit.Now - await ReferredAtAsync(unit, report)).TotalDays);
        await TellLeadAsync(unit, report, notice);
        await TellCoordinatorsAsync(unit, report, notice);
    }

    /// <summary>To Panwascam, or to whoever stands in for it; village elections to the office for villages (policy 5.6, domain.md 6.3).</summary>
    public async Task ForwardAsync(Unit unit, Report report)
    {
        var body = ReferralBody.Standing(
            jurisdiction.Kabupaten.ReferralBodies, report.Regime == ElectionRegime.Pilkades ? "dpmd" : "panwascam", jurisdiction.Local.DateOf(unit.Now));
        var notice = new Notice.ForwardPlease(report.CaseNumber, body?.Name ?? "");
        await TellLeadAsync(unit, report, notice);
        await TellCoordinatorsAsync(unit, report, notice);
    }

    public async Task LegalAsync(Unit unit, Report report)
    {
        var left = (int)Math.Ceiling(((report.LegalDueAt ?? unit.Now) - unit.Now).TotalDays);
        var notice = new Notice.LegalLimit(report.CaseNumber, Math.Max(0, left));
        await TellLeadAsync(unit, report, notice);
        await TellCoordinatorsAsync(unit, report, notice);
    }

    /// <summary>Deals a card to whoever comes in at this level, and tells them.</summary>
    public async Task BringInAsync(Unit unit, Report report, Notice notice, int level)
    {
        var brought = Router.BroughtIn(report, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local), level);
        await routing.DealAsync(unit, report, brought);
        foreach (var officer in brought.Select(assignment => assignment.Officer).Distinct())
        {
            await work.NotifyAsync(unit, officer, notice, report);
        }
    }

    public async Task TellCoordinatorsAsync(Unit unit, Report report, Notice notice)
    {
        var coordinators = RouteReport.Screeners(report, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local));
        var cards = await CaseWork.CardsAsync(unit, report.Id);
        await routing.DealAsync(unit, report, [.. coordinators.Where(coordinator => // whoever has the card already is told, and not sent it each day
            !cards.Exists(card => card.Officer == coordinator.Officer && card is { OfferedAt: not null, Part: not Part.Copy }))]);
        foreach (var coordinator in coordinators.Where(coordinator => coordinator.Officer != report.Lead))
        {
            await work.NotifyAsync(unit, coordinator.Officer, notice, report, card: await CardOfAsync(unit, report, coordinator.Officer));
        }
    }

    /// <summary>
    /// Somebody is to telephone each principal who has not opened the card, and to log how it went. The button carries the card of the
    /// one to be called, so that the fact says who (policy 3, level 3).
    /// </summary>
    public async Task CallAsync(Unit unit, Report report, IReadOnlyList<CardRow> cards)
    {
        if (await unit.Db.Facts.AnyAsync(fact => fact.Report == report.Id && fact.Action == ReportAction.Call && fact.At >= report.OfferedAt))
        {
            return; // it was telephoned about already
        }

        var roster = await unit.Db.RosterAsync(unit.Now, jurisdiction.Local);
        var silent = cards.Where(card => card.OfferedAt is not null && card.ReachedAt is null && roster.Postings.Any(held => held.Officer == card.Officer && !held.IsDeputy && held.Seat.Code == card.Seat))
            .OrderBy(card => card.Part).ThenBy(card => card.Seat, StringComparer.Ordinal).Take(MostCalls).ToList();
        var callers = Router.BroughtIn(report, roster, level: 2).Select(assignment => assignment.Officer).Distinct().ToList();
        foreach (var card in silent)
        {
            var name = await unit.Db.Officers.AsNoTracking().Where(officer => officer.Id == card.Officer).Select(officer => officer.Name).SingleAsync();
            var area = card.Kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name : null;
            foreach (var caller in callers.Where(caller => caller != card.Officer))
            {
                await work.NotifyAsync(unit, caller, new Notice.CallPlease(report.CaseNumber, card.Seat, area, name), report, card: card.Id);
            }
        }
    }

    private string NameOf(string? code) => jurisdiction.Kabupaten.ReferralBodies.FirstOrDefault(body => body.Code == code)?.Name ?? code ?? "";

    private static Task<DateTimeOffset> ReferredAtAsync(Unit unit, Report report) => unit.Db.Facts.AsNoTracking()
        .Where(fact => fact.Report == report.Id && fact.Action == ReportAction.Refer)
        .OrderByDescending(fact => fact.Sequence).Select(fact => fact.At).FirstAsync();

    private async Task TellLeadAsync(Unit unit, Report report, Notice notice)
    {
        if (report.Lead is { } lead)
        {
            await work.NotifyAsync(unit, lead, notice, report, card: await CardOfAsync(unit, report, lead));
        }
    }

    private static async Task<long?> CardOfAsync(Unit unit, Report report, OfficerId officer) =>
        (unit.Db.Cards.Local.FirstOrDefault(card => card.Report == report.Id && card.Officer == officer)
            ?? await unit.Db.Cards.FirstOrDefaultAsync(card => card.Report == report.Id && card.Officer == officer))?.Id;

    private static int MinutesSince(DateTimeOffset then, DateTimeOffset now) => (int)(now - then).TotalMinutes;
}
