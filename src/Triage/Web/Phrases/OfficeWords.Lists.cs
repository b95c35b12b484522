using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Phrases;

public abstract partial class OfficeWords
{
    public static OfficeWords Indonesian { get; } = new IndonesianOffice();

    public static OfficeWords English { get; } = new EnglishOffice();

    public static OfficeWords For(string? language) => language == English.LanguageCode ? English : Indonesian;

    public abstract string StatusOf(ReportStatus status);

    public abstract string WordOf(ResidentWord word);

    public abstract string PriorityOf(Priority priority);

    public abstract string OutcomeOf(ReportOutcome outcome);

    public abstract string StageOf(BoardStage stage);

    public abstract string ActionOf(ReportAction action);

    public abstract string FactOf(ReportAction action);

    public abstract string DeadlineOf(DeadlineKind kind);

    public abstract string PartOf(Part part);

    public abstract string AccusedOf(AccusedOffice office);

    public abstract string HappeningOf(Happening when);

    public abstract string QueueOf(string queue);

    public abstract string DeliveryOf(string outcome);

    public abstract string NotificationOf(string kind);

    public abstract string BandOf(RiskBand band);

    public abstract string GapOf(CellGap gap);

    public abstract string MonthOf(DateOnly month);

    public abstract string ReachedOf(string reached);

    /// <summary>As the head of a column.</summary>
    public static string Headed(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <param name="measure">One of <see cref="Measures"/>.</param>
    /// <param name="bodyOf">Name of a body that things are referred to, by its code.</param>
    public string MeasureOf(string measure, Func<string, string> bodyOf) => measure switch
    {
        Measures.Verified => Verified,
        Measures.Rejected => Rejected,
        Measures.Unfounded => OutcomeOf(ReportOutcome.Unfounded),
        Measures.Hoax => OutcomeOf(ReportOutcome.Hoax),
        Measures.TooLittleKnown => OutcomeOf(ReportOutcome.InsufficientInformation),
        Measures.Ended => ClosedWord,
        Measures.Lane => Emergencies,
        Measures.Victims => IncidentsHead,
        _ when Measures.SpeakerIn(measure) is { } number => $"{Situation} {number}",
        _ when Measures.LevelIn(measure) is { } level => Level(level),
        _ when Measures.StageIn(measure) is { } stage => StageOf(stage),
        _ when Measures.CauseIn(measure) is { } cause => $"{Cause}: {CauseOf(cause)}",
        _ when Measures.OfficerIn(measure) is var (_, leads) => leads ? OpenCases : NotOpened,
        _ when Measures.ReferralIn(measure) is var (body, receipt) => $"{ReferralsHead}: {bodyOf(body)}{(receipt is { } given ? $", {(given ? WithReceipt : ReceiptLate).ToLowerInvariant()}" : "")}",
        _ => OtherMeasure(measure),
    };

    protected abstract string OtherMeasure(string measure);

    /// <summary>Short words for minutes, hours and days.</summary>
    protected abstract (string Minutes, string Hours, string Days) SpanUnits { get; }

    public abstract string Seconds(int count);

    /// <summary>With one decimal, behind a comma or a point as the language has it.</summary>
    public abstract string Decimal(double value);

    public string UnderAMinute => $"< 1 {SpanUnits.Minutes}";

    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => JustNow,
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} {SpanUnits.Minutes}",
        { TotalDays: < 1, Minutes: 0 } => $"{(int)span.TotalHours} {SpanUnits.Hours}",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} {SpanUnits.Hours} {span.Minutes} {SpanUnits.Minutes}",
        _ => $"{(int)span.TotalDays} {SpanUnits.Days}",
    };

    /// <summary>For those who may not know the minute (threat-model 4, row 13).</summary>
    public abstract string PartOfDay(int hour);

    public abstract string RefusalOf(Refusal why);

    /// <summary>Seats keep their Indonesian names in every language.</summary>
    public static string SeatOf(string seat) => seat switch
    {
        "" => "petugas",
        "satpol-pp" => "Satpol PP",
        "bpbd" or "bksda" or "kpu" or "bpn" or "dlh" or "fkub" or "bnnk" or "bnnp" or "ppk" or "rsud" or "psc-119" => seat.ToUpperInvariant(),
        _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(seat.Replace('-', ' ')),
    };
}
