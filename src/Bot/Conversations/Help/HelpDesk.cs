using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Help;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>What a counsellor does in chat: taps a card of help, answers, asks what is open (policy 5.7).</summary>
internal sealed class HelpDesk(CounselHelp counsel, HelpCounsellors counsellors, CardTokens tokens, EffectRunner effects, Jurisdiction jurisdiction)
{
    /// <param name="Step">What the chat is asked next; null to leave it as it is.</param>
    internal sealed record Result(TurnAnswer Answer, Step? Step = null);

    public static bool Is(CardAction action) => action is >= CardAction.HelpTake and <= CardAction.HelpBack;

    public static Task<bool> IsCounsellorAsync(Unit unit, OfficerId person) => HelpCounsellors.IsOneAsync(unit, person);

    public async Task<string> WelcomeAsync(Unit unit, OfficerId counsellor)
    {
        await counsellors.WelcomeAsync(unit, counsellor);
        return CounsellorWords.Bound;
    }

    public async Task<Result> TapAsync(Unit unit, OfficerId by, Incoming incoming, CardTap tap)
    {
        switch (tap.Action)
        {
            case CardAction.HelpAnswer:
                return await PromptAsync(unit, by, incoming, tap.Card);
            case CardAction.HelpRefer:
                return await PlacesAsync(unit, by, incoming, tap.Card);
        }

        var refused = tap.Action switch
        {
            CardAction.HelpTake => await counsel.TakeAsync(unit, by, tap.Card),
            CardAction.HelpRead => await counsel.TurnToAsync(unit, by, tap.Card, Math.Max(0, tap.Argument)),
            CardAction.HelpFold => await counsel.TurnToAsync(unit, by, tap.Card, null),
            CardAction.HelpReferTo when jurisdiction.Help.Places.ElementAtOrDefault(tap.Argument) is { } place =>
                await counsel.ReferAsync(unit, by, tap.Card, HelpPlaces.Told(place)),
            CardAction.HelpClose => await counsel.CloseAsync(unit, by, tap.Card),
            CardAction.HelpRelease => await counsel.ReleaseAsync(unit, by, tap.Card),
            CardAction.HelpBack => await counsel.RedrawAsync(unit, by, tap.Card),
            CardAction.HelpShow => await counsel.ShowAsync(unit, by, tap.Card),
            _ => new Refusal.Stale(),
        };
        return new Result(refused is null ? Bare(CounsellorWords.Done(tap.Action)) : new TurnAnswer(CounsellorWords.Refused(refused), Alert: true));
    }

    /// <returns>Null where the answer is to be written again.</returns>
    public async Task<Step?> WrittenAsync(Unit unit, OfficerId by, long chat, long card, string text)
    {
        var refused = await counsel.AnswerAsync(unit, by, card, text);
        await SayAsync(unit, chat, refused is null ? CounsellorWords.Sent : CounsellorWords.Refused(refused), []);
        return refused is Refusal.NoLinks ? null : new Step.Idle();
    }

    /// <returns>False where they are no counsellor, and their command is answered like anybody's.</returns>
    public async Task<bool> ListAsync(Unit unit, OfficerId by, long chat)
    {
        if (!await HelpCounsellors.IsOneAsync(unit, by))
        {
            return false;
        }

        var open = await counsel.OpenAsync(unit, by);
        await SayAsync(
            unit,
            chat,
            open.Count == 0 ? CounsellorWords.None : CounsellorWords.Listed(open.Count),
            [.. open.Select(one => (IReadOnlyList<ReplyButton>)[new ReplyButton(CounsellorWords.Line(one.Urgency, one.Mine), tokens.Seal(by, new CardTap(one.Card, CardAction.HelpShow, 0)))])]);
        return true;
    }

    private async Task<Result> PromptAsync(Unit unit, OfficerId by, Incoming incoming, long card)
    {
        if (!await CounselHelp.IsMineAsync(unit, by, card))
        {
            return await TooLateAsync(unit, by, card);
        }

        await SayAsync(unit, incoming.Chat, CounsellorWords.AskAnswer, []);
        return new Result(new TurnAnswer(null), new Step.CounsellorAnswers(card));
    }

    /// <summary>The directory takes the place of the buttons; the card's text stays.</summary>
    private async Task<Result> PlacesAsync(Unit unit, OfficerId by, Incoming incoming, long card)
    {
        if (!await CounselHelp.IsMineAsync(unit, by, card))
        {
            return await TooLateAsync(unit, by, card);
        }

        if (jurisdiction.Help.Places.Count == 0)
        {
            return new Result(new TurnAnswer(CounsellorWords.NoPlaces, Alert: true));
        }

        var places = jurisdiction.Help.Places.Select((place, index) => (IReadOnlyList<ReplyButton>)
            [new ReplyButton($"{place.Name}{(place.VerifiedOn is null ? " (belum diperiksa)" : "")}", tokens.Seal(by, new CardTap(card, CardAction.HelpReferTo, index)))]);
        await effects.QueueAsync(unit, new Reply(
            incoming.Chat,
            incoming.Message,
            null,
            [.. places, [new ReplyButton(CounsellorWords.Label(CardAction.HelpBack), tokens.Seal(by, new CardTap(card, CardAction.HelpBack, 0)))]]));
        return new Result(new TurnAnswer(null));
    }

    private async Task<Result> TooLateAsync(Unit unit, OfficerId by, long card)
    {
        await counsel.RedrawAsync(unit, by, card);
        return new Result(new TurnAnswer(CounsellorWords.Refused(new Refusal.HelpTaken()), Alert: true));
    }

    private Task SayAsync(Unit unit, long chat, string html, IReadOnlyList<IReadOnlyList<ReplyButton>> buttons) =>
        effects.QueueAsync(unit, new Reply(chat, null, html, buttons));

    private static TurnAnswer Bare(string toast) => new(toast.Length == 0 ? null : toast);
}
