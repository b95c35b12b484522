using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Bot.Delivery;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What each button of a card does. Every tap is answered, also one on a card that has moved on.</summary>
internal sealed class CardTaps(
    AnswerOffer answer, WorkOnReport work, ScreenReport screening, CardScreen screen, OutboxWriter outbox, Jurisdiction jurisdiction,
    ReferTaps refers, LeaveDesk leave, OperationsDesk operations, ClusterTaps clusters, OpenDecision decisions, CardManner manner)
{
    /// <summary>As many as an officer may send with one resolution.</summary>
    private const int MostProof = 10;

    /// <param name="Step">What the chat is asked next; null to leave it as it is.</param>
    internal sealed record Result(TurnAnswer Answer, Step? Step = null);

    internal static Result Refused(Refusal why) => new(new TurnAnswer(OfficerWords.Refused(why), Alert: true));

    public string? NameOf(KecamatanCode? kecamatan) => kecamatan is { } code ? jurisdiction.Regions.Find(code)?.Name : null;

    public string KindOf(string category) => manner.NoticeOnly ? OfficerWords.NoticeKind : jurisdiction.Programmes.Find(category)?.Label.Id ?? category;

    public async Task<Result> HandleAsync(Unit unit, OfficerId by, Incoming incoming, CardTap tap)
    {
        if (tap.Action == CardAction.DigestRead)
        {
            return await DigestReadAsync(unit, by, tap);
        }

        if (tap.Action == CardAction.DigestOpen)
        {
            return await decisions.OpenAsync(unit, by, tap.Argument / DigestDrawing.MostDecisions, tap.Argument % DigestDrawing.MostDecisions)
                ? new Result(new TurnAnswer(null))
                : Refused(new Refusal.Stale());
        }

        if (tap.Action == CardAction.CallLogged)
        {
            return await refers.CallAsync(unit, by, tap);
        }

        if ((await leave.TryTapAsync(unit, by, incoming, tap) ?? await operations.TryTapAsync(unit, by, incoming, tap)) is { } own)
        {
            return own;
        }

        if (await OfficerCase.FindAsync(unit, tap.Card, by) is not { } it)
        {
            return Refused(new Refusal.Stale());
        }

        CardScreen.Close(it);
        if (!CardRights.IsTheirs(it, tap.Action))
        {
            return await screen.RefusedAsync(unit, it, new Refusal.NotYours(ReportAction.Note, it.Actor.Role));
        }

        if (await refers.TryTapAsync(unit, it, incoming, tap) is { } referred)
        {
            return referred;
        }

        return tap.Action switch
        {
            CardAction.WrongArea or CardAction.Postpone or CardAction.HandOver or CardAction.Resolve or CardAction.ScreenDismiss =>
                await MenuAsync(unit, it, incoming, tap),
            CardAction.ScreenOffer when it.Report.Kecamatan is null || it.Report.Status == ReportStatus.Offered => await MenuAsync(unit, it, incoming, tap),
            CardAction.Back => await screen.RedrawAsync(unit, it),
            CardAction.Show => await screen.ShowAsync(unit, it, incoming.Chat),
            CardAction.Ask => await screen.PromptAsync(unit, it, incoming, new Step.OfficerAsks(it.Card.Id), OfficerWords.AskQuestion),
            CardAction.ResolveAs when Pick(CardMenus.Results, tap.Argument) is { } outcome =>
                await screen.PromptAsync(unit, it, incoming, new Step.OfficerResolves(it.Card.Id, outcome), OfficerWords.AskResolution(outcome)),
            CardAction.ScreenDismissAs when Pick(CardMenus.Dismissals, tap.Argument) is { } outcome =>
                await screen.PromptAsync(unit, it, incoming, new Step.OfficerDismisses(it.Card.Id, outcome), OfficerWords.AskDismissal),
            CardAction.ScreenQuarantine => await screen.PromptAsync(unit, it, incoming, new Step.OfficerDismisses(it.Card.Id, null), OfficerWords.AskDismissal),
            CardAction.Note => await screen.PromptAsync(unit, it, incoming, new Step.OfficerNotes(it.Card.Id), DutyWords.AskNote),
            CardAction.Receipt => await screen.PromptAsync(unit, it, incoming, new Step.OfficerReceipts(it.Card.Id), DutyWords.AskReceipt),
            CardAction.Evidence => await EvidenceAsync(unit, it),
            CardAction.Proof => await ProofAsync(unit, it),
            _ => await clusters.TryAsync(unit, it, incoming, tap) ?? await ActAsync(unit, it, tap),
        };
    }

    private async Task<Result> MenuAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap) =>
        await screen.MenuAsync(unit, it, incoming, tap.Action, tap.Argument) ?? Refused(new Refusal.Stale());

    private async Task<Result> ActAsync(Unit unit, OfficerCase it, CardTap tap)
    {
        var kecamatan = jurisdiction.Kabupaten.Kecamatan;
        var outcome = tap.Action switch
        {
            CardAction.Accept => await answer.AcceptAsync(unit, it),
            CardAction.TakeOver => await answer.TakeOverAsync(unit, it),
            CardAction.PassTo when tap.Argument < kecamatan.Count => await answer.PassOnAsync(unit, it, kecamatan[tap.Argument].Code),
            CardAction.Decline => await answer.DeclineAsync(unit, it),
            CardAction.OnSite => await work.StartAsync(unit, it),
            CardAction.Resume => await work.ResumeAsync(unit, it),
            CardAction.StillWorking => await work.KeepWorkingAsync(unit, it),
            CardAction.PostponeFor when CardMenus.WaitHours.Contains(tap.Argument) => await work.WaitAsync(unit, it, TimeSpan.FromHours(tap.Argument)),
            CardAction.HandOverTo => await HandOverAsync(unit, it, tap.Argument),
            CardAction.AcceptHandOver => await work.AcceptHandOverAsync(unit, it),
            CardAction.Release => await work.ReleaseAsync(unit, it),
            CardAction.Verify => await work.VerifyAsync(unit, it),
            CardAction.SendBack => await work.SendBackAsync(unit, it),
            CardAction.ScreenOffer => await screening.OfferAsync(unit, it, null),
            CardAction.ScreenOfferTo when tap.Argument < kecamatan.Count => await screening.OfferAsync(unit, it, kecamatan[tap.Argument].Code),
            _ => new Refusal.Stale(),
        };
        return outcome.Refusal is { } why
            ? await screen.RefusedAsync(unit, it, why)
            : new Result(new TurnAnswer(OfficerWords.Done(tap.Action is CardAction.ScreenOffer ? CardAction.ScreenOfferTo : tap.Action)));
    }

    private async Task<Outcome<ReportFact>> HandOverAsync(Unit unit, OfficerCase it, int index) =>
        Pick([.. await CardMenus.SeatsAsync(unit.Db, it)], index) is { } seat ? await work.ProposeHandOverAsync(unit, it, seat) : new Refusal.Stale();

    private async Task<Result> EvidenceAsync(Unit unit, OfficerCase it)
    {
        if (manner.NoticeOnly || (it.Card.Tier != Domain.Programmes.AudienceTier.Full && it.Actor.Role != Role.Lead) || it.Card.WithdrawnAt is not null)
        {
            return Refused(new Refusal.Stale());
        }

        await QueueFilesAsync(unit, it, it.Report.EvidenceCount, "");
        return new Result(new TurnAnswer(OfficerWords.Done(CardAction.Evidence)));
    }

    /// <summary>What an officer sent with a resolution is for whoever verifies, whatever their tier. The postman sends what there is.</summary>
    private async Task<Result> ProofAsync(Unit unit, OfficerCase it)
    {
        if (it.Card.WithdrawnAt is not null || it.Card.Part == Domain.Routing.Part.Copy)
        {
            return Refused(new Refusal.Stale());
        }

        await QueueFilesAsync(unit, it, MostProof, "p");
        return new Result(new TurnAnswer(OfficerWords.Done(CardAction.Proof)));
    }

    private async Task QueueFilesAsync(Unit unit, OfficerCase it, int count, string kind)
    {
        for (var index = 0; index < count; index++)
        {
            await outbox.QueueAsync(unit, new OutboxRow
            {
                Priority = OutboxPriority.Reply,
                Kind = OutboxKind.Evidence,
                Officer = it.Card.Officer,
                Report = it.Report.Id,
                Card = it.Card.Id,
                Body = kind + index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }

    private static async Task<Result> DigestReadAsync(Unit unit, OfficerId by, CardTap tap)
    {
        var date = DateOnly.FromDayNumber(tap.Argument).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var digest in await unit.Db.Digests.Where(row => row.Officer == by && row.Date == date && row.ReadAt == null).ToListAsync())
        {
            digest.ReadAt = unit.Now;
        }

        return new Result(new TurnAnswer(OfficerWords.Done(CardAction.DigestRead)));
    }

    private static string? Pick(string[] from, int index) => index >= 0 && index < from.Length ? from[index] : null;

    private static ReportOutcome? Pick(ReportOutcome[] from, int index) => index >= 0 && index < from.Length ? from[index] : null;
}
