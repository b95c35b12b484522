using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Intake;

namespace Kentongan.Bot.Tests.Conversations;

public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("Halo", true)]
    [InlineData("Assalamu'alaikum wr. wb.", true)]
    [InlineData("selamat pagi, pak admin 🙏", true)]
    [InlineData("kulo nuwun", true)]
    [InlineData("P", true)]
    [InlineData("😀", true)]
    [InlineData("pagi tadi ada balap liar", false)]
    [InlineData("halo, ada yang jual ciu", false)]
    [InlineData("ibu pingsan", false)]
    [InlineData("tolong", false)]
    public void Whoever_only_greets_starts_no_report(string text, bool greeting) =>
        Assert.Equal(greeting, Say(text).Next.Step is Step.Idle);

    [Theory]
    [InlineData("ada yang jual ciu, mulutnya manis", false)]
    [InlineData("ADA YANG PINGSAN!!!", true)]
    [InlineData("kancaku semaput\nbar ngombe", true)]
    [InlineData("kepingsanan", false)]
    [InlineData("ana sing ora sadar", true)]
    public void Danger_is_found_in_whole_words_of_any_kind_of_report(string text, bool danger) =>
        Assert.Equal(danger, Danger.Sounds(text, Jepara.Context.Intake));

    [Fact]
    public void A_file_is_fetched_only_where_it_is_wanted_and_a_voice_only_after_the_warning()
    {
        var warned = new Draft { VoiceAllowed = true };
        (Step Step, FileWish Photo, FileWish Voice)[] table =
        [
            (new Step.Idle(), FileWish.Take, FileWish.WarnFirst),
            (new Step.Reporting(new Draft(), Question.Story), FileWish.Take, FileWish.WarnFirst),
            (new Step.Reporting(warned, Question.Story), FileWish.Take, FileWish.Take),
            (new Step.Adding("x"), FileWish.Take, FileWish.WarnFirst),
            (new Step.Adding("x", VoiceAllowed: true), FileWish.Take, FileWish.Take),
            (new Step.TypingReceipt(), FileWish.NotNow, FileWish.NotNow),
            (new Step.Objecting("x"), FileWish.NotNow, FileWish.NotNow),
            (new Step.OfficerAsks(1), FileWish.NotNow, FileWish.NotNow),
        ];

        Assert.All(table, row =>
        {
            var state = ChatState.Fresh with { Step = row.Step };
            Assert.Equal(row.Photo, ResidentConversation.Wants(state, voice: false));
            Assert.Equal(row.Voice, ResidentConversation.Wants(state, voice: true));
        });
    }

    private static Turn Say(string text) => ResidentConversation.Step(ChatState.Fresh, new ChatInput.Words(text), Jepara.Context);
}
