using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>Out of the triad to another body, and the receipt number that comes back (policy 2, Referred).</summary>
public sealed class ReferReport(Jurisdiction jurisdiction, CaseWork work, RouteReport routing, ReportVault vault)
{
    public const int LongestNumber = 60;

    /// <summary>The bodies that are there today, in the order of the region file. One that is empty is stood in for, not shown.</summary>
    public IReadOnlyList<ReferralBody> Bodies(DateTimeOffset now) =>
        [.. jurisdiction.Kabupaten.ReferralBodies.Where(body => body.IsThere(jurisdiction.Local.DateOf(now)))];

    /// <param name="days">Within how many days an answer is expected.</param>
    public async Task<Outcome<ReportFact>> ReferAsync(Unit unit, OfficerCase by, string code, int days)
    {
        if (ReferralBody.Standing(jurisdiction.Kabupaten.ReferralBodies, code, jurisdiction.Local.DateOf(unit.Now)) is not { } body)
        {
            return new Refusal.Stale();
        }

        if (body.Seat is { } meant && Router.IsAccused(by.Report.Accused, new Seat(meant)))
        {
            return new Refusal.NotFound(); // the accused do not hear of it by this way either (policy 5.4)
        }

        var led = by.Report.Lead is not null;
        var moved = by.Report.Refer(by.Actor, body.Code, unit.Now, unit.Now.AddDays(days));
        if (moved is not Outcome<ReportFact>.Done)
        {
            return moved;
        }

        if (!led)
        {
            await RouteReport.WithdrawAsync(unit, by.Report); // whoever had it on offer need not answer any more
            by.Card.WithdrawnAt = null;
        }

        var kept = await work.KeepAsync(unit, by.Report, moved, by.Card.Officer);
        await TellBodyAsync(unit, by, body);
        return kept;
    }

    public async Task<Outcome<ReportFact>> RecordReceiptAsync(Unit unit, OfficerCase by, string number) =>
        number.Trim() is not { Length: > 0 and <= LongestNumber } written || vault.SealText(by.Report.Id, written) is not { } sealedNumber
            ? new Refusal.Stale()
            : await work.KeepAsync(unit, by.Report, by.Report.RecordReceipt(by.Actor, sealedNumber, unit.Now), by.Card.Officer);

    /// <summary>Where the body has a seat here, it gets the report as a card; else the lead takes it there.</summary>
    private async Task TellBodyAsync(Unit unit, OfficerCase by, ReferralBody body)
    {
        if (body.Seat is not { } code)
        {
            return;
        }

        var roster = Router.Untainted(by.Report.Accused, await unit.Db.RosterAsync(unit.Now, jurisdiction.Local));
        var holders = roster.Holding(new Seat(code), null).Where(held => held.Available && held.Officer != by.Card.Officer && held.Officer != by.Report.Lead).ToList();
        await routing.DealAsync(unit, by.Report, [.. holders.Select(held => new Assignment(held.Officer, held.Seat, null, Part.Copy, AudienceTier.Full, Now: true))]);
        foreach (var held in holders)
        {
            await work.NotifyAsync(unit, held.Officer, new Notice.ReferredHere(by.Report.CaseNumber, by.Card.Seat), by.Report);
        }
    }
}
