using Kentongan.Domain.Programmes;

namespace Kentongan.Bot.Conversations.Phrases;

internal sealed class English : Phrasebook
{
    public static readonly English Book = new();
    public override Language Language => Language.English;
    public override string Say(BotText text) => Indonesian.Book.Say(text);
}
