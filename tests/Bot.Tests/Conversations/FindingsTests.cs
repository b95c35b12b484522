using System.Text.Json;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Intake;

namespace Kentongan.Bot.Tests.Conversations;

public sealed class FindingsTests
{
    [Fact]
    public void The_same_words_are_asked_once_and_not_again_after_they_were_kept()
    {
        string[] texts = ["HP 081200003344", "sekali lagi 081200003344, saya Bidan Desa", "saya bidan desa"];

        Assert.Equal(["081200003344", "Bidan Desa"], Findings.In(texts, []).Select(finding => finding.Words));
        Assert.Equal(["081200003344"], Findings.In(texts, ["BIDAN DESA"]).Select(finding => finding.Words));
    }

    [Fact]
    public void Words_are_shown_with_whole_words_around_them_and_no_half_characters()
    {
        var finding = Findings.In(["Tadi malam di warung\nitu 😀😀 nomor 081200003344 yang 😀😀😀😀😀😀😀😀😀😀😀😀😀 jual"], []).Single();

        Assert.Equal("…warung itu 😀😀 nomor ", finding.Before);
        Assert.Equal(" yang…", finding.After);
        Assert.All([finding.Before, finding.After], cut => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut))));
    }

    [Fact]
    public void Two_findings_never_share_a_key()
    {
        var found = Findings.In(["081200003344, 081200003345, saya Wagiman"], []);

        Assert.Equal(3, found.Select(finding => finding.Key).Append(Findings.KeyOf(found)).Distinct().Count() - 1);
    }

    [Fact]
    public void A_draft_that_was_stored_before_there_was_such_a_question_is_asked_before_it_is_sent()
    {
        const string stored = """
            {"Language":"Javanese","Step":{"step":"report","Asking":"Review","Draft":{"Category":"miras","Subcategory":"miras.penjualan",
            "Place":{"DesaDeclined":true},"Happening":"Today","Story":["saya bidan desa"],"Evidence":[],"StoryDone":true,"Accused":"None"}}}
            """;
        var state = JsonSerializer.Deserialize(stored, StateJson.Default.ChatState)!;

        var turn = ResidentConversation.Step(state, new ChatInput.Tap("send"), Jepara.Context);

        Assert.Equal(Question.Blanking, Assert.IsType<Step.Reporting>(turn.Next.Step).Asking);
        Assert.DoesNotContain(turn.Effects, effect => effect is Effect.File);
    }
}
