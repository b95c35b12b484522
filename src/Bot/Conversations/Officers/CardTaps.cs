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
    AnswerOffer answer, WorkOnReport work, ScreenReport screen, CaseWork cases, CardTokens tokens, EffectRunner effects, OutboxWriter outbox, Jurisdiction jurisdiction,
    ReferTaps refers, LeaveDesk leave, OperationsDesk operations, ClusterTaps clusters, OpenDecision decisions, CardManner manner)
{
    private static readonly int[] WaitHours = [1, 6, 24, 72, 7 * 24, 14 * 24];

    /// <summary>As many as an officer may send with one resolution.</summary>
    private const int MostProof = 10;

    private static readonly ReportOutcome[] Results =
        [ReportOutcome.ActedUpon, ReportOutcome.Prevented, ReportOutcome.Unfounded, ReportOutcome.InsufficientInformation, ReportOutcome.OutOfJurisdiction, ReportOutcome.Hoax];

    private static readonly ReportOutcome[] Dismissals =
        [ReportOutcome.InsufficientInformation, ReportOutcome.OutOfJurisdiction, ReportOutcome.Duplicate, ReportOutcome.Unfounded];

    /// <param name="Step">What the chat is asked next; null to leave it as it is.</param>
    internal sealed record Result(TurnAnswer Answer, Step? Step = null);

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
                : new Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
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
            return new Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
        }

        if (!IsTheirs(it, tap.Action))
        {
            await RedrawAsync(unit, it);
            return new Result(new TurnAnswer(OfficerWords.Refused(new Refusal.NotYours(ReportAction.Note, it.Actor.Role)), Alert: true));
        }

        if (await refers.TryTapAsync(unit, it, incoming, tap) is { } referred)
        {
            return referred;
        }

        return tap.Action switch
        {
            CardAction.WrongArea or CardAction.Postpone or CardAction.HandOver or CardAction.Resolve or CardAction.ScreenDismiss =>
                await MenuAsync(unit, it, incoming, tap.Action),
            CardAction.ScreenOffer when it.Report.Kecamatan is null || it.Report.Status == ReportStatus.Offered => await MenuAsync(unit, it, incoming, CardAction.ScreenOffer),
            CardAction.Back => await RedrawAsync(unit, it),
            CardAction.Show => await ShowAsync(unit, it),
            CardAction.Ask => await PromptAsync(unit, it, incoming, new Step.OfficerAsks(it.Card.Id), OfficerWords.AskQuestion),
            CardAction.ResolveAs when Pick(Results, tap.Argument) is { } outcome =>
                await PromptAsync(unit, it, incoming, new Step.OfficerResolves(it.Card.Id, outcome), OfficerWords.AskResolution(outcome)),
            CardAction.ScreenDismissAs when Pick(Dismissals, tap.Argument) is { } outcome =>
                await PromptAsync(unit, it, incoming, new Step.OfficerDismisses(it.Card.Id, outcome), OfficerWords.AskDismissal),
            CardAction.ScreenQuarantine => await PromptAsync(unit, it, incoming, new Step.OfficerDismisses(it.Card.Id, null), OfficerWords.AskDismissal),
            CardAction.Note => await PromptAsync(unit, it, incoming, new Step.OfficerNotes(it.Card.Id), DutyWords.AskNote),
            CardAction.Receipt => await PromptAsync(unit, it, incoming, new Step.OfficerReceipts(it.Card.Id), DutyWords.AskReceipt),
            CardAction.Evidence => await EvidenceAsync(unit, it),
            CardAction.Proof => await ProofAsync(unit, it),
            _ => await clusters.TryAsync(unit, it, incoming, tap) ?? await ActAsync(unit, it, tap),
        };
    }

    /// <summary>Menus and questions are for those who may do what they lead to; what is done at once, the rules decide.</summary>
    private static bool IsTheirs(OfficerCase it, CardAction action) => action switch
    {
        CardAction.WrongArea => it is { Report.Status: ReportStatus.Offered, Card.WithdrawnAt: null },
        CardAction.Postpone => it.Actor.Role is Role.Lead or Role.Coordinator, // over 72 hours is the coordinator's word (policy 2)
        CardAction.Ask or CardAction.HandOver or CardAction.Resolve or CardAction.ResolveAs => it.Actor.Role == Role.Lead,
        CardAction.Note => Follows(it, ReportAction.Note),
        CardAction.Refer or CardAction.ReferTo or CardAction.ReferWithin => Follows(it, ReportAction.Refer),
        CardAction.Receipt => Follows(it, ReportAction.RecordReceipt),
        CardAction.Casualties or CardAction.CasualtiesEdit or CardAction.CasualtiesType => Follows(it, ReportAction.CountCasualties),
        CardAction.Review => Follows(it, ReportAction.ReviewAfterwards),
        CardAction.ScreenOffer => it is { Card.Part: Domain.Routing.Part.Screener, Report.Status: ReportStatus.Screening or ReportStatus.Offered or ReportStatus.Quarantined },
        CardAction.ScreenDismiss or CardAction.ScreenDismissAs or CardAction.ScreenQuarantine =>
            it is { Card.Part: Domain.Routing.Part.Screener, Report.Status: ReportStatus.Screening },
        _ => true,
    };

    /// <summary>Nobody is asked for words that would then be refused.</summary>
    private static bool Follows(OfficerCase it, ReportAction action) =>
        Lifecycle.Next(it.Report.Status, action, it.Actor.Role) is Outcome<ReportStatus>.Done;

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
            CardAction.PostponeFor when WaitHours.Contains(tap.Argument) => await work.WaitAsync(unit, it, TimeSpan.FromHours(tap.Argument)),
            CardAction.HandOverTo => await HandOverAsync(unit, it, tap.Argument),
            CardAction.AcceptHandOver => await work.AcceptHandOverAsync(unit, it),
            CardAction.Release => await work.ReleaseAsync(unit, it),
            CardAction.Verify => await work.VerifyAsync(unit, it),
            CardAction.SendBack => await work.SendBackAsync(unit, it),
            CardAction.ScreenOffer => await screen.OfferAsync(unit, it, null),
            CardAction.ScreenOfferTo when tap.Argument < kecamatan.Count => await screen.OfferAsync(unit, it, kecamatan[tap.Argument].Code),
            _ => new Refusal.Stale(),
        };
        if (outcome is Outcome<ReportFact>.Refused(var why))
        {
            await RedrawAsync(unit, it); // the card was behind: it shows how things stand
            return new Result(new TurnAnswer(OfficerWords.Refused(why), Alert: true));
        }

        return new Result(new TurnAnswer(OfficerWords.Done(tap.Action is CardAction.ScreenOffer ? CardAction.ScreenOfferTo : tap.Action)));
    }

    private async Task<Outcome<ReportFact>> HandOverAsync(Unit unit, OfficerCase it, int index) =>
        Pick([.. await SeatsAsync(unit, it)], index) is { } seat ? await work.ProposeHandOverAsync(unit, it, seat) : new Refusal.Stale();

    /// <summary>A second row of choices takes the place of the buttons; the card's text stays.</summary>
    private async Task<Result> MenuAsync(Unit unit, OfficerCase it, Incoming incoming, CardAction action)
    {
        var kecamatan = jurisdiction.Kabupaten.Kecamatan.ToList();
        List<ReplyButton> choices = action switch
        {
            CardAction.WrongArea => [.. answer.Neighbours(it.Report).Select(near => Choice(it, near.Name, CardAction.PassTo, kecamatan.IndexOf(near)))],
            CardAction.ScreenOffer => [.. kecamatan.Select((one, index) => Choice(it, one.Name, CardAction.ScreenOfferTo, index))],
            CardAction.Postpone => [.. WaitHours.Select(hours => Choice(it, DutyWords.WaitLabel(hours), CardAction.PostponeFor, hours))],
            CardAction.HandOver =>
            [
                .. (await SeatsAsync(unit, it)).Select((seat, index) => Choice(it, "Ke " + OfficerWords.SeatOf(seat), CardAction.HandOverTo, index)),
                Choice(it, OfficerWords.Label(CardAction.Release), CardAction.Release, 0),
            ],
            CardAction.Resolve => [.. Results.Select((outcome, index) => Choice(it, OfficerWords.OutcomeOf(outcome), CardAction.ResolveAs, index))],
            _ => [.. Dismissals.Select((outcome, index) => Choice(it, OfficerWords.OutcomeOf(outcome), CardAction.ScreenDismissAs, index))],
        };
        it.Card.Shown = null;
        await effects.QueueAsync(unit, new Reply(
            incoming.Chat,
            incoming.Message,
            null,
            [.. choices.Chunk(2), [Choice(it, OfficerWords.Label(CardAction.Back), CardAction.Back, 0)]]));
        return new Result(new TurnAnswer(null));
    }

    private async Task<Result> PromptAsync(Unit unit, OfficerCase it, Incoming incoming, Step step, string prompt)
    {
        await RedrawAsync(unit, it);
        await effects.QueueAsync(unit, new Reply(incoming.Chat, null, $"<code>{it.Report.CaseNumber}</code> · {prompt}", []));
        return new Result(new TurnAnswer(null), step);
    }

    private async Task<Result> RedrawAsync(Unit unit, OfficerCase it)
    {
        it.Card.Shown = null;
        await cases.RefreshCardsAsync(unit, it.Report, it.Card.Officer);
        return new Result(new TurnAnswer(null));
    }

    /// <summary>Sent anew at the foot of the chat.</summary>
    private async Task<Result> ShowAsync(Unit unit, OfficerCase it)
    {
        (it.Card.MessageId, it.Card.Shown) = (null, null);
        return await RedrawAsync(unit, it);
    }

    private async Task<Result> EvidenceAsync(Unit unit, OfficerCase it)
    {
        if (manner.NoticeOnly || (it.Card.Tier != Domain.Programmes.AudienceTier.Full && it.Actor.Role != Role.Lead) || it.Card.WithdrawnAt is not null)
        {
            return new Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
        }

        await QueueFilesAsync(unit, it, it.Report.EvidenceCount, "");
        return new Result(new TurnAnswer(OfficerWords.Done(CardAction.Evidence)));
    }

    /// <summary>What an officer sent with a resolution is for whoever verifies, whatever their tier. The postman sends what there is.</summary>
    private async Task<Result> ProofAsync(Unit unit, OfficerCase it)
    {
        if (it.Card.WithdrawnAt is not null || it.Card.Part == Domain.Routing.Part.Copy)
        {
            return new Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
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

    private static async Task<IReadOnlyList<string>> SeatsAsync(Unit unit, OfficerCase it) =>
        [.. (await CaseWork.CardsAsync(unit, it.Report.Id, Domain.Routing.Part.Lead, Domain.Routing.Part.Support))
            .Where(card => card.OfferedAt is not null && card.Officer != it.Card.Officer)
            .Select(card => card.Seat)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private ReplyButton Choice(OfficerCase it, string label, CardAction action, int argument) =>
        new(label, tokens.Seal(it.Card.Officer, new CardTap(it.Card.Id, action, argument)));

    private static string? Pick(string[] from, int index) => index >= 0 && index < from.Length ? from[index] : null;

    private static ReportOutcome? Pick(ReportOutcome[] from, int index) => index >= 0 && index < from.Length ? from[index] : null;
}
