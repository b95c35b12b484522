using System.Globalization;
using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Help;
using Kentongan.Domain.Privacy;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Turns what the bot means into the words of one language. Messages are Telegram HTML; whatever a person wrote is escaped.</summary>
public abstract class Phrasebook
{
    /// <summary>Telegram takes 4,096 characters after formatting; quotes of long stories are cut well below.</summary>
    public const int LongestQuote = 1_500;

    private const int LongestMessage = 300;
    private const int LongestResult = 800;
    private const int LongestFinding = 120;
    private const int MostMessages = 6;
    private const int MostFacts = 8;

    public abstract Language Language { get; }

    public static Phrasebook For(Language language) => language switch
    {
        Language.Javanese => Javanese.Book,
        Language.English => English.Book,
        _ => Indonesian.Book,
    };

    /// <summary>The text of a message, as Telegram HTML.</summary>
    public string Say(BotText text) => text switch
    {
        BotText.FromData(var words, var prefix) => Escape(prefix) + In(words),
        BotText.Name(var name) => Escape(name),
        BotText.Label(var button) => LabelOf(button),
        BotText.When(var when) => WhenOf(when),
        BotText.ChangeOf(var question) => ChangeOf(question),
        BotText.Election(var regime, var head) => RegimeOf(regime, Escape(head)),
        BotText.Official(var office, var head) => Capital(OfficeOf(office, Escape(head))),
        BotText.FileRefused(var why) => RefusedFor(why),
        BotText.Emergency(var special) => special is null ? PresentDanger : In(special),
        BotText.Review review => ReviewOf(review),
        BotText.ReceiptGiven given => ReceiptOf(given),
        BotText.Status status => StatusOf(status),
        BotText.HelpOption(var value) => OptionOf(value),
        BotText.HelpSeen seen => SeenOf(seen),
        _ => Sentence(text),
    };

    /// <summary>The same for a button or a toast, which know no formatting.</summary>
    public string Plain(BotText text) => Unescape(Say(text));

    /// <summary>Everything that has no method of its own here.</summary>
    protected abstract string Sentence(BotText text);

    protected abstract string PresentDanger { get; }

    protected abstract string LabelOf(Button button);

    protected abstract string WhenOf(Happening when);

    protected abstract string ChangeOf(Question question);

    /// <param name="villageHead">Title of the village head, escaped.</param>
    protected abstract string OfficeOf(AccusedOffice office, string villageHead);

    /// <param name="villageHead">Title of the village head, escaped.</param>
    protected abstract string RegimeOf(ElectionRegime regime, string villageHead);

    /// <summary>That an anonymous message is no formal report, and how to file one (policy 5.6).</summary>
    protected abstract string FormalReport(int days, ElectionRegime? regime);

    protected abstract string RefusedFor(CleaningRefusal why);

    protected abstract string ReviewOf(BotText.Review review);

    protected abstract string ReceiptOf(BotText.ReceiptGiven given);

    protected abstract string WordOf(ResidentWord word);

    /// <summary>Why the report stands where it stands, in plain words.</summary>
    protected abstract string ReasonOf(ResidentWord word, ReportOutcome? outcome, ReportStatus status);

    /// <returns>Null for what is no business of the resident.</returns>
    protected abstract string? ActionOf(ReportAction action);

    /// <param name="quote">Escaped already.</param>
    protected abstract string MessageOf(bool fromOfficer, string quote);

    protected abstract string ResultOf(string quote);

    /// <summary>An answer about help: for whom, how old, what, how urgent.</summary>
    protected abstract string OptionOf(Enum value);

    /// <summary>Where a help conversation stands.</summary>
    protected abstract string HelpStateOf(HelpStatus status, bool answered);

    /// <param name="quote">Escaped already.</param>
    protected abstract string HelpWordOf(HelpWord word, string quote);

    /// <summary>What a person wrote, shown to the letter.</summary>
    protected static string Quote(string text, int most = LongestQuote) =>
        Escape(text.Length <= most ? text : text[..CutAt(text, most)] + "…");

    protected string In(Words words) => Escape(words.In(Language));

    /// <summary>A blank line and the text, or nothing where there is no text.</summary>
    protected static string Paragraph(string? text) => text is null ? "" : "\n\n" + text;

    /// <summary>A line of its own; nothing where nobody said.</summary>
    protected static string Supply(string label, BotText.Review review) => review.Supply is { } supply ? $"\n• {label}{Escape(supply)}" : "";

    /// <summary>A place with the kecamatan in brackets' stead; null where none was said.</summary>
    protected static string? PlaceOf(BotText.Review review) => (review.Kecamatan, review.Desa) switch
    {
        (null, _) => null,
        ({ } kecamatan, null) => $"Kec. {Escape(kecamatan)}",
        ({ } kecamatan, { } desa) => $"{Escape(desa)}, Kec. {Escape(kecamatan)}",
    };

    /// <summary>The story in a quote, or a word for "no story" in italics.</summary>
    protected static string StoryOf(BotText.Review review, string none) =>
        review.Story.Length == 0 ? $"<i>{none}</i>" : $"<blockquote>{Quote(review.Story)}</blockquote>";

    /// <summary>A line for each finding, with the words themselves in bold; more than these are counted.</summary>
    /// <param name="more">What to say of the rest; null for nothing.</param>
    protected static string Shown(IReadOnlyList<Finding> found, string? more) => string.Join('\n', found
        .Select(one => $"{SignOf(one.Kind)} {Escape(one.Before)}<b>{Quote(one.Words, LongestFinding)}</b>{Escape(one.After)}")
        .Concat(more is null ? [] : [more]));

    /// <summary>Codes to be copied by a tap, each on a line of its own.</summary>
    protected static string CodesOf(IReadOnlyList<string> codes) => string.Join('\n', codes.Select(code => $"<code>{Escape(code)}</code>"));

    private static string SignOf(DisclosureKind kind) => kind switch
    {
        DisclosureKind.Phone => "📞",
        DisclosureKind.Nik => "🪪",
        DisclosureKind.Address => "🏠",
        DisclosureKind.Role => "💼",
        DisclosureKind.Account => "🔗",
        _ => "👤",
    };

    private string StatusOf(BotText.Status status)
    {
        var view = status.View;
        var facts = view.Happened
            .Select(fact => ActionOf(fact.Action) is { } did ? $"• {DayOf(fact.At, status.Zone)}: {did}" : null)
            .OfType<string>().Distinct().TakeLast(MostFacts).ToList();

        // The last message is the one to be answered, so it is shown at length.
        var talk = view.Messages.TakeLast(MostMessages).ToList();
        var lines = talk.Select((message, i) =>
            MessageOf(message.FromOfficer, Quote(message.Text, i == talk.Count - 1 ? LongestResult : LongestMessage))).ToList();
        return $"""
            <b>{WordOf(view.Word)}</b> · {In(status.Kind)}
            {ReasonOf(view.Word, view.Outcome, view.Status)}{Paragraph(facts.Count == 0 ? null : string.Join('\n', facts))}{Paragraph(view.Resolution is { } result ? ResultOf(Quote(result, LongestResult)) : null)}{Paragraph(lines.Count == 0 ? null : string.Join('\n', lines))}
            """;
    }

    private string SeenOf(BotText.HelpSeen seen) =>
        HelpStateOf(seen.Standing, seen.Answered) + Paragraph(seen.Page.Words.Count == 0
            ? null
            : string.Join("\n\n", seen.Page.Words.Select(word => HelpWordOf(word, Quote(word.Text)))));

    private static string DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Never between the halves of one character.</summary>
    private static int CutAt(string text, int most) => char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
}
