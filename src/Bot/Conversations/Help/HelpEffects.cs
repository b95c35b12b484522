using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Help;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Help;
using Kentongan.Triage.Store;
using Language = Kentongan.Domain.Programmes.Language;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>Does what a conversation about help wants done.</summary>
internal sealed class HelpEffects(HelpDoor door)
{
    /// <returns>What there is to say after the effect was done.</returns>
    public async Task<IReadOnlyList<Effect.Say>> RunAsync(Unit unit, long chat, HelpEffect effect, Language language)
    {
        switch (effect)
        {
            case HelpEffect.Ask(var need, var words):
                var receipt = await door.AskAsync(unit, new HelpAsked(need, words));
                return [new(
                    new BotText.HelpGiven(receipt.Words, need.Urgency == HelpUrgency.Danger),
                    [
                        [HelpTalk.Choice(Button.OpenHelp, FollowUpConversation.Below, receipt)],
                        [HelpTalk.Choice(Button.TellMe, "p", receipt)],
                    ],
                    InPlace: false)];
            case HelpEffect.Write(var to, var words, var danger):
                var written = true;
                foreach (var text in words)
                {
                    written = written && await door.WriteAsync(unit, to, text, danger);
                }

                return [new(written ? new BotText.HelpSent() : new BotText.HelpEnded(), [[HelpTalk.Choice(Button.OpenHelp, "", to)]], InPlace: false)];
            case HelpEffect.Tell(var to, var on):
                var followed = await door.FollowAsync(unit, to, on ? new Contact(chat, to.Token, language) : null);
                return [new(
                    !followed ? new BotText.HelpGone() : on ? new BotText.HelpNewsOn() : new BotText.NewsOff(),
                    followed ? [[HelpTalk.Choice(Button.OpenHelp, "", to)]] : [],
                    InPlace: false)]; // the code above stays where it is
            case HelpEffect.Close(var to):
                return [await door.CloseAsync(unit, to)
                    ? new(new BotText.HelpClosed(), [[HelpTalk.Choice(Button.OpenHelp, "", to), HelpTalk.Choice(Button.EraseHelp, "e", to)]])
                    : new(new BotText.HelpGone(), [])];
            case HelpEffect.Erase(var to, var silent):
                await door.EraseAsync(unit, to);
                return silent ? [] : [new(new BotText.HelpErased(), [])];
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Part of erasing the traces of a chat.</summary>
    public Task EraseChatAsync(Unit unit, long chat) => door.EraseChatAsync(unit, chat);
}
