using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>Referring out of the triad in three taps, and the result of a phone call (policy 2, Referred; policy 3, level 3).</summary>
internal sealed class ReferTaps(ReferReport refer, LogCall calls, CardScreen screen, Jurisdiction jurisdiction)
{
    /// <summary>The call is about the card of somebody else, so it is no tap on one's own.</summary>
    public async Task<CardTaps.Result> CallAsync(Unit unit, OfficerId by, CardTap tap) => !Enum.IsDefined((CallResult)tap.Argument)
        ? CardTaps.Refused(new Refusal.Stale())
        : (await calls.HandleAsync(unit, by, tap.Card, (CallResult)tap.Argument)).Refusal is { } why
            ? CardTaps.Refused(why)
            : new CardTaps.Result(new TurnAnswer(OfficerWords.Done(CardAction.CallLogged)));

    /// <returns>Null where the tap is about something else.</returns>
    public async Task<CardTaps.Result?> TryTapAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap)
    {
        var bodies = jurisdiction.Kabupaten.ReferralBodies;
        switch (tap.Action)
        {
            case CardAction.Refer or CardAction.ReferTo:
                return await screen.MenuAsync(unit, it, incoming, tap.Action, tap.Argument) ?? CardTaps.Refused(new Refusal.Stale());
            case CardAction.ReferWithin when CardMenus.ReferDays.Contains(tap.Argument % 100) && tap.Argument / 100 < bodies.Count:
                return (await refer.ReferAsync(unit, it, bodies[tap.Argument / 100].Code, tap.Argument % 100)).Refusal is { } why
                    ? await screen.RefusedAsync(unit, it, why)
                    : new CardTaps.Result(new TurnAnswer(OfficerWords.Done(CardAction.ReferWithin)));
            case CardAction.ReferWithin:
                return CardTaps.Refused(new Refusal.Stale());
            default:
                return null;
        }
    }
}
