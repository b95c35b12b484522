using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>Referring out of the triad in three taps, and the result of a phone call (policy 2, Referred; policy 3, level 3).</summary>
internal sealed class ReferTaps(ReferReport refer, LogCall calls, CaseWork cases, CardTokens tokens, EffectRunner effects, Jurisdiction jurisdiction)
{
    private static readonly int[] Within = [3, 7, 14, 30];

    /// <summary>The call is about the card of somebody else, so it is no tap on one's own.</summary>
    public async Task<CardTaps.Result> CallAsync(Unit unit, OfficerId by, CardTap tap) => !Enum.IsDefined((CallResult)tap.Argument)
        ? Refused(new Refusal.Stale())
        : await calls.HandleAsync(unit, by, tap.Card, (CallResult)tap.Argument) is Outcome<ReportFact>.Refused(var why)
            ? Refused(why)
            : new CardTaps.Result(new TurnAnswer(OfficerWords.Done(CardAction.CallLogged)));

    /// <returns>Null where the tap is about something else.</returns>
    public async Task<CardTaps.Result?> TryTapAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap)
    {
        var bodies = jurisdiction.Kabupaten.ReferralBodies;
        switch (tap.Action)
        {
            case CardAction.Refer:
                await MenuAsync(unit, it, incoming, [
                    .. refer.Bodies(unit.Now).Select(body => Button(it, body.Name, CardAction.ReferTo, bodies.ToList().IndexOf(body))).Chunk(2),
                    [Button(it, OfficerWords.Label(CardAction.Back), CardAction.Back, 0)]]);
                return new CardTaps.Result(new TurnAnswer(null));
            case CardAction.ReferTo when tap.Argument >= 0 && tap.Argument < bodies.Count:
                await MenuAsync(unit, it, incoming, [
                    .. Within.Select(days => Button(it, $"Jawaban dalam {days} hari", CardAction.ReferWithin, (tap.Argument * 100) + days)).Chunk(2),
                    [Button(it, OfficerWords.Label(CardAction.Back), CardAction.Back, 0)]]);
                return new CardTaps.Result(new TurnAnswer(null));
            case CardAction.ReferWithin when Within.Contains(tap.Argument % 100) && tap.Argument / 100 < bodies.Count:
                if (await refer.ReferAsync(unit, it, bodies[tap.Argument / 100].Code, tap.Argument % 100) is Outcome<ReportFact>.Refused(var why))
                {
                    it.Card.Shown = null;
                    await cases.RefreshCardsAsync(unit, it.Report, it.Card.Officer);
                    return Refused(why);
                }

                return new CardTaps.Result(new TurnAnswer(OfficerWords.Done(CardAction.ReferWithin)));
            case CardAction.ReferTo or CardAction.ReferWithin:
                return Refused(new Refusal.Stale());
            default:
                return null;
        }
    }

    private async Task MenuAsync(Unit unit, OfficerCase it, Incoming incoming, IReadOnlyList<IReadOnlyList<ReplyButton>> rows)
    {
        it.Card.Shown = null;
        await effects.QueueAsync(unit, new Reply(incoming.Chat, incoming.Message, null, rows));
    }

    private static CardTaps.Result Refused(Refusal why) => new(new TurnAnswer(OfficerWords.Refused(why), Alert: true));

    private ReplyButton Button(OfficerCase it, string label, CardAction action, int argument) =>
        new(label, tokens.Seal(it.Card.Officer, new CardTap(it.Card.Id, action, argument)));
}
