using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What a tap changes on the officer's own screen: a menu, a question, the card as things stand.</summary>
internal sealed class CardScreen(CardMenus menus, CaseWork cases, EffectRunner effects, OutboxWriter outbox)
{
    /// <summary>
    /// The choices take the place of the buttons. They belong to the card, so that a redraw, which a reminder or somebody else may cause at
    /// any moment, does not take them from under the officer's finger.
    /// </summary>
    /// <returns>Null where there is nothing to choose.</returns>
    public async Task<CardTaps.Result?> MenuAsync(Unit unit, OfficerCase it, Incoming incoming, CardAction action, int argument = 0)
    {
        if (await menus.RowsAsync(unit.Db, it, action, argument, unit.Now) is not { } rows)
        {
            return null;
        }

        if (incoming.Message is { } tapped && tapped == it.Card.MessageId)
        {
            (it.Card.Menu, it.Card.MenuArgument, it.Card.MenuAt) = ((int)action, argument, unit.Now);
            await outbox.QueueAsync(unit, new OutboxRow
            {
                Priority = OutboxPriority.Reply,
                Kind = OutboxKind.Card,
                Officer = it.Card.Officer,
                Report = it.Report.Id,
                Card = it.Card.Id,
                Silent = true,
            });
        }
        else
        {
            await effects.QueueAsync(unit, new Reply(incoming.Chat, incoming.Message, null, rows)); // below a notice or an older copy: nobody redraws those
        }

        return new CardTaps.Result(new TurnAnswer(null));
    }

    /// <summary>Asks for words, below the card.</summary>
    public async Task<CardTaps.Result> PromptAsync(Unit unit, OfficerCase it, Incoming incoming, Step step, string prompt)
    {
        await RedrawAsync(unit, it);
        await effects.QueueAsync(unit, new Reply(incoming.Chat, null, $"<code>{it.Report.CaseNumber}</code> · {prompt}", []));
        return new CardTaps.Result(new TurnAnswer(null), step);
    }

    public async Task<CardTaps.Result> RedrawAsync(Unit unit, OfficerCase it)
    {
        it.Card.Shown = null;
        await cases.RefreshCardsAsync(unit, it.Report, it.Card.Officer);
        return new CardTaps.Result(new TurnAnswer(null));
    }

    /// <summary>Sent anew at the foot of the chat; the earlier copy is emptied, since nobody would draw it again when the case is over (threat-model 4, row 11).</summary>
    public async Task<CardTaps.Result> ShowAsync(Unit unit, OfficerCase it, long chat)
    {
        if (it.Card.MessageId is { } earlier)
        {
            await effects.QueueAsync(unit, new Reply(chat, earlier, OfficerWords.ShownBelow, []));
        }

        it.Card.MessageId = null;
        return await RedrawAsync(unit, it);
    }

    /// <summary>The rules said no: the card was behind, so it shows how things stand.</summary>
    public async Task<CardTaps.Result> RefusedAsync(Unit unit, OfficerCase it, Refusal why)
    {
        await RedrawAsync(unit, it);
        return CardTaps.Refused(why);
    }

    /// <summary>Whatever is tapped next, the choices of before are done with.</summary>
    public static void Close(OfficerCase it) => (it.Card.Menu, it.Card.MenuArgument, it.Card.MenuAt) = (null, 0, null);
}
