using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Outbox;

namespace Kentongan.Bot.Delivery;

/// <summary>The buttons under a sentence to an officer: what it asks for can be done where it is read.</summary>
internal sealed class NoticeDrawing(CardTokens tokens)
{
    /// <param name="card">The card that the buttons act on; null where the notice has none.</param>
    /// <param name="own">The reader's card of the report that the notice tells of, to be opened from here; null where they hold none.</param>
    public Reply Draw(long chat, OfficerId officer, Notice notice, long? card, long? own = null) =>
        new(chat, null, OfficerWords.Say(notice), [.. card is { } id ? Buttons(officer, notice, id) : [], .. own is { } shown ? Open(officer, shown) : []]);

    private IReadOnlyList<IReadOnlyList<ReplyButton>> Open(OfficerId officer, long card) =>
        [[new ReplyButton(OfficerWords.SeeCard, tokens.Seal(officer, new CardTap(card, CardAction.Show, 0)))]];

    private IReadOnlyList<IReadOnlyList<ReplyButton>> Buttons(OfficerId officer, Notice notice, long card)
    {
        return notice switch
        {
            Notice.FirstActionPlease => [[Plain(CardAction.OnSite), Plain(CardAction.StillWorking)]],
            Notice.WordPlease => [[Plain(CardAction.StillWorking), Plain(CardAction.Ask)]],
            Notice.CallPlease => [.. Enum.GetValues<CallResult>().Select(result => new[] { Labelled(DutyWords.CallLabel(result), CardAction.CallLogged, (int)result) })],
            Notice.WaitAsked asked => [[Labelled(DutyWords.Allow(asked.Days), CardAction.PostponeFor, asked.Days * 24)]],
            Notice.ReceiptPlease => [[Plain(CardAction.Receipt)]],
            Notice.ForwardPlease => [[Plain(CardAction.Refer)]],
            _ => [],
        };

        ReplyButton Plain(CardAction action) => Labelled(OfficerWords.Label(action), action, 0);

        ReplyButton Labelled(string label, CardAction action, int argument) => new(label, tokens.Seal(officer, new CardTap(card, action, argument)));
    }
}
