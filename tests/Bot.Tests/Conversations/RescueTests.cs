using System.Text.Json;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>Somebody is with people who drank oplosan: advice first, then no more than where (policy 5.5, domain.md 5.2).</summary>
public sealed class RescueTests(ITestOutputHelper output)
{
    // Beside the repository, or one folder further up for a second work tree.
    private static readonly string? Corpus = new[] { "..", "../.." }
        .Select(up => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../..", up, "shared", "corpus-dev.jsonl")))
        .FirstOrDefault(File.Exists);

    [Fact]
    public void Whoever_writes_of_victims_first_gets_the_advice_and_is_asked_where_and_nothing_else()
    {
        var screen = new Screen(Jepara.Context);

        var first = screen.Do(new ChatInput.Words("TOLONG anak saya kejang habis minum oplosan, matanya kabur"));

        var said = first.Effects.OfType<Effect.Say>().Select(say => say.Text).ToList();
        Assert.NotNull(Assert.IsType<BotText.Emergency>(said[0]).Special);
        Assert.IsType<BotText.AskPlace>(said[^1]);

        screen.Do(new ChatInput.Pin(Jepara.InMlonggo));
        var filing = Assert.Single(screen.Do(new ChatInput.Tap("send")).Effects.OfType<Effect.File>()).Filing;
        Assert.Equal("miras.korban_oplosan", filing.Category);
        Assert.Equal(Happening.Now, filing.Happening);
        Assert.Null(filing.Supply);
        Assert.Equal(new KecamatanCode("33.20.07"), filing.Place?.Kecamatan);
    }

    [Fact]
    public void By_buttons_a_report_of_victims_goes_out_after_its_place()
    {
        var screen = new Screen(Jepara.Context);
        foreach (var tap in (string[])["m:report", "c:miras", "s:miras.korban_oplosan", "k:33.20.08", "d:33.20.08.2001", "send"])
        {
            Assert.Contains(screen.Buttons.Append(("", "m:report")), button => button.Item2 == tap);
            screen.Do(new ChatInput.Tap(tap));
        }

        Assert.IsType<Step.Idle>(screen.State.Step);
    }

    [Fact]
    public void Where_the_drink_came_from_and_an_official_are_one_tap_away_in_the_preview()
    {
        var screen = new Screen(Jepara.Context);
        foreach (var tap in (string[])["m:report", "c:miras", "s:miras.korban_oplosan", "k:33.20.08", "d:x", "u:Supply", "qk:33.20.15", "qd:x", "u:Official", "o:Polsek"])
        {
            screen.Do(new ChatInput.Tap(tap));
        }

        screen.Do(new ChatInput.Words("Dua orang pingsan."));
        var filing = Assert.Single(screen.Do(new ChatInput.Tap("send")).Effects.OfType<Effect.File>()).Filing;
        Assert.Equal(new KecamatanCode("33.20.15"), filing.Supply?.Kecamatan);
        Assert.Equal(AccusedOffice.Polsek, filing.Accused);
        Assert.Equal(["Dua orang pingsan."], filing.Story);
    }

    [Fact]
    public void Another_kind_chosen_afterwards_is_asked_all_that_was_taken_for_granted()
    {
        var screen = new Screen(Jepara.Context);
        foreach (var tap in (string[])["m:report", "c:miras", "s:miras.korban_oplosan", "k:33.20.08", "d:x", "to:change", "u:Subcategory", "s:miras.penjualan"])
        {
            screen.Do(new ChatInput.Tap(tap));
        }

        Assert.Equal(Question.When, Assert.IsType<Step.Reporting>(screen.State.Step).Asking);
        screen.Do(new ChatInput.Tap("w:Today"));
        Assert.Equal(Question.Story, Assert.IsType<Step.Reporting>(screen.State.Step).Asking);
        screen.Do(new ChatInput.Tap("st:done"));
        Assert.Equal(Question.Official, Assert.IsType<Step.Reporting>(screen.State.Step).Asking);
        Assert.False(Assert.IsType<Step.Reporting>(screen.State.Step).Draft.AsksSupply);
    }

    [Fact]
    public void What_they_answered_themselves_stays_with_another_kind()
    {
        var screen = new Screen(Jepara.Context);
        foreach (var tap in (string[])["m:report", "c:miras", "s:miras.korban_oplosan", "k:33.20.08", "d:x", "to:change", "u:When", "w:Often", "u:Official", "o:Polsek", "to:change", "u:Subcategory", "s:miras.penjualan"])
        {
            screen.Do(new ChatInput.Tap(tap));
        }

        var draft = Assert.IsType<Step.Reporting>(screen.State.Step).Draft;
        Assert.Equal((Happening.Often, AccusedOffice.Polsek, Question.Story), (draft.Happening, draft.Accused, draft.Missing));
    }

    [Theory]
    [InlineData("c:miras", true)]
    [InlineData("c:narkoba", false)]
    public void What_the_resident_has_said_it_is_about_stands(string chosen, bool recognised)
    {
        var screen = new Screen(Jepara.Context);
        screen.Do(new ChatInput.Tap("m:report"));
        screen.Do(new ChatInput.Tap(chosen));

        screen.Do(new ChatInput.Words("ada yang pingsan habis minum oplosan"));

        Assert.Equal(recognised ? "miras.korban_oplosan" : null, Assert.IsType<Step.Reporting>(screen.State.Step).Draft.Subcategory);
    }

    /// <summary>Invented, labelled reports that lie beside the repository and are never part of it.</summary>
    [Fact]
    public void Most_stories_of_victims_are_recognised_and_no_other()
    {
        Assert.SkipUnless(Corpus is not null, "There is no corpus beside the repository.");
        var (found, missed, wrong) = (0, new List<string>(), new List<string>());
        foreach (var record in File.ReadLines(Corpus!).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var recognised = Rescue.Recognised(new Draft { Story = [record.GetProperty("text").GetString()!] }, Jepara.Context.Intake).Subcategory is not null;
            var victims = record.GetProperty("subcategory").GetString() == "korban_oplosan";
            found += recognised && victims ? 1 : 0;
            (victims ? missed : wrong).AddRange(recognised == victims ? [] : [record.GetProperty("id").GetString()!]);
        }

        output.WriteLine($"recognised {found}, missed {string.Join(", ", missed)}; wrongly {string.Join(", ", wrong)}");
        Assert.Empty(wrong);
        Assert.True(found >= 4 * missed.Count);
    }
}
