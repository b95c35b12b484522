using System.Text.RegularExpressions;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Tests.Conversations;

public sealed partial class PhrasebookTests
{
    private const int LongestMessage = 4_096;
    private const int LongestLabel = 40;

    private static readonly string[] Tags = ["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void The_samples_hold_every_text_the_bot_can_say()
    {
        var texts = typeof(BotText).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(BotText)));

        Assert.Equal(
            texts.Select(type => type.Name).Order(StringComparer.Ordinal),
            Texts.All.Select(text => text.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_is_worded_in_balanced_html_that_telegram_takes(Language language)
    {
        var book = Phrasebook.For(language);

        Assert.Equal(language, book.Language);
        Assert.All(Texts.All, text =>
        {
            var said = book.Say(text);
            Assert.False(string.IsNullOrWhiteSpace(said));
            Assert.Null(Unbalanced(said));
            Assert.InRange(Screen.PlainOf(text, book).Length, 1, LongestMessage);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_are_short_and_plain_and_no_two_of_them_look_alike(Language language)
    {
        var book = Phrasebook.For(language);
        var labels = Enum.GetValues<Button>().Select(button => book.Say(new BotText.Label(button))).ToList();

        Assert.Equal(labels.Count, labels.Distinct().Count());
        Assert.All(labels, label => Assert.DoesNotContain('<', label));
        Assert.All(labels, label => Assert.DoesNotContain('&', label));
        Assert.All(
            Texts.All.Where(text => text is BotText.Label or BotText.HelpOption or BotText.When or BotText.ChangeOf or BotText.Official).Concat(Names()),
            text => Assert.InRange(book.Plain(text).Length, 1, LongestLabel));
    }

    /// <summary>"Press X" in a programme file: there must be an X to press.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void A_button_that_an_advice_names_is_one_that_people_see(Language language)
    {
        var labels = Enum.GetValues<Button>().Select(button => Phrasebook.For(language).Say(new BotText.Label(button))).ToList();
        var advices = Jepara.Context.Intake.Programmes.Programmes
            .SelectMany(programme => programme.Categories).SelectMany(category => category.Subcategories)
            .SelectMany(kind => new[] { kind.Advice, kind.Emergency }).OfType<Words>().Select(words => words.In(language)).ToList();

        var named = advices.SelectMany(advice => Named().Matches(advice).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(labels, label => label.EndsWith(" " + name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Language.Javanese)]
    [InlineData(Language.English)]
    public void Each_language_has_its_own_words(Language language)
    {
        string[] alike = ["🔒 Privasi", "📣 Lapor", "Kantor kecamatan"];
        var own = Phrasebook.For(language);
        var indonesian = Phrasebook.For(Language.Indonesian);

        var same = Texts.All
            .Where(text => text is not BotText.Name && own.Say(text) == indonesian.Say(text))
            .Select(indonesian.Say);

        Assert.Equal(language == Language.Javanese ? alike.Order(StringComparer.Ordinal) : [], same.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_promises_what_nobody_can_keep_or_judges_anybody(Language language)
    {
        string[] never = ["pelaku", "ditangkap", "dihukum", "arrested", "pasti aman", "100%", "culprit", "offender"];
        var book = Phrasebook.For(language);

        Assert.All(Texts.All, text => Assert.All(never, word => Assert.DoesNotContain(word, book.Say(text), StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Greeting_and_danger_name_the_emergency_numbers(Language language)
    {
        var book = Phrasebook.For(language);

        Assert.All(
            [book.Say(new BotText.Greeting("Jepara")), book.Say(new BotText.Emergency(null))],
            said =>
            {
                Assert.Contains("<b>110</b>", said, StringComparison.Ordinal);
                Assert.Contains("<b>119</b>", said, StringComparison.Ordinal);
            });
        Assert.Equal(3, book.Say(new BotText.Greeting("Jepara")).Split('\n').Length);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_value_of_a_list_has_words_of_its_own(Language language)
    {
        var book = Phrasebook.For(language);

        AllDiffer<Happening>(value => new BotText.When(value));
        AllDiffer<AccusedOffice>(value => new BotText.Official(value, "petinggi"));
        AllDiffer<CleaningRefusal>(value => new BotText.FileRefused(value));
        AllDiffer<ResidentWord>(value => Status(value, null, ReportStatus.Closed));
        AllDiffer<ReportOutcome>(value => Status(ResidentWord.Selesai, value, ReportStatus.Closed));

        void AllDiffer<T>(Func<T, BotText> text)
            where T : struct, Enum
        {
            var said = Enum.GetValues<T>().Select(value => book.Say(text(value))).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_the_resident_is_told_of_has_words(Language language)
    {
        ReportAction[] untold =
        [
            ReportAction.TakeOver, ReportAction.PassOn, ReportAction.Decline, ReportAction.Note, ReportAction.Resume, ReportAction.Release,
            ReportAction.ProposeHandOver, ReportAction.AcceptHandOver, ReportAction.Confirm, ReportAction.Quarantine, ReportAction.Merge,
            ReportAction.RecordReceipt, ReportAction.Call, ReportAction.Succeed,
            ReportAction.Unmerge, ReportAction.Raise, ReportAction.CountCasualties, ReportAction.CheckWatch, ReportAction.WarnPublic, ReportAction.ReviewAfterwards, ReportAction.TellOfVictims,
        ];
        var book = Phrasebook.For(language);

        var silent = Enum.GetValues<ReportAction>().Where(action => !book.Say(new BotText.Status(
            Jepara.View() with { Happened = [(action, Jepara.Noon)] }, new Words("x"), Jepara.Wib)).Contains('•', StringComparison.Ordinal));

        Assert.Equal(untold.Order(), silent.Order());
    }

    [Fact]
    public void A_quote_is_cut_between_characters_and_shown_to_the_letter()
    {
        var said = Phrasebook.For(Language.Indonesian).Say(new BotText.PlaceUnknown("a" + string.Concat(Enumerable.Repeat("😀", 2_000))));

        Assert.DoesNotContain('\uFFFD', System.Net.WebUtility.HtmlDecode(said));
        Assert.Contains("…", said, StringComparison.Ordinal);
        Assert.Contains(
            "&lt;b&gt; *x* &amp; _y_", Phrasebook.For(Language.English).Say(new BotText.PlaceUnknown("<b> *x* & _y_")), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_local() => Assert.Contains(
        "21-02-2026",
        Phrasebook.For(Language.Indonesian).Say(new BotText.Status(
            Jepara.View() with { Happened = [(ReportAction.Offer, new DateTimeOffset(2026, 2, 20, 18, 0, 0, TimeSpan.Zero))] }, new Words("x"), Jepara.Wib)),
        StringComparison.Ordinal);

    private static BotText.Status Status(ResidentWord word, ReportOutcome? outcome, ReportStatus status) =>
        new(Jepara.View(status, word, outcome), new Words("x"), Jepara.Wib);

    /// <summary>Labels that come from data: kinds of reports and places.</summary>
    private static IEnumerable<BotText> Names()
    {
        var (programmes, _, kabupaten) = Jepara.Context.Intake;
        return programmes.Categories.Select(category => (BotText)new BotText.FromData(category.Label, category.Icon + " "))
            .Concat(programmes.Categories.SelectMany(category => category.Subcategories).Select(kind => new BotText.FromData(kind.Label)))
            .Concat(kabupaten.Kecamatan.SelectMany(kecamatan => kecamatan.Desa.Select(desa => new BotText.Name($"{desa.Name} (Kec. {kecamatan.Name})"))));
    }

    private static string? Unbalanced(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups[2].Value;
            if (!Tags.Contains(name) || tag.Groups[3].Length > 0 || (tag.Groups[1].Length > 0 && (!open.TryPop(out var last) || last != name)))
            {
                return $"{tag.Value} in {html}";
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
            }
        }

        return open.Count > 0 || Tag().Replace(html, "").AsSpan().ContainsAny('<', '>') ? html : null;
    }

    [GeneratedRegex("<(/?)([a-z-]*)([^>]*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:tekan|pencet|press) \"([^\"]+)\"")]
    private static partial Regex Named();
}
