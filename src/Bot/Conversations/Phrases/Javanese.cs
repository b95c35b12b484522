using Kentongan.Domain.Programmes;

namespace Kentongan.Bot.Conversations.Phrases;

internal sealed class Javanese : Phrasebook
{
    public static readonly Javanese Book = new();
    public override Language Language => Language.Javanese;
    public override string Say(BotText text) => Indonesian.Book.Say(text);
}
