using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web.Cases;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string MergedInto(string number) => $"Merged into {number}";

    public override string ReferredTo => "Referred to";

    public override string AnswerBy(string day) => $"answer by {day}";

    public override string HasReceipt => "receipt on file";

    public override string NoReceipt => "no receipt yet";

    public override string Supply => "Place of supply";

    public override string Situation => "Situation";

    public override string SpeaksFor(int reports) => $"Speaks for {reports} reports from the same place.";

    public override string Victims => "Victims";

    public override string NobodyCounted => "Nobody has counted victims yet.";

    public override string ToldByResident => "The resident says";

    public override string Told(VictimsTold told) => string.Join(" · ", new[]
    {
        told.Number switch { null => null, 0 => "no victims", >= VictimsTold.Many => "more than 5 victims", 1 => "1 victim", { } some => $"{some} victims" },
        told.State switch
        {
            VictimState.Awake => "all awake",
            VictimState.Unconscious => "somebody unconscious",
            VictimState.NotBreathing => "somebody not breathing",
            _ => null,
        },
        told.Place switch
        {
            VictimPlace.Scene => "at the scene",
            VictimPlace.Home => "at home",
            VictimPlace.Road => "on the road",
            VictimPlace.Clinic => "at a clinic or hospital",
            VictimPlace.Point => "at a point on the map",
            _ => null,
        },
    }.OfType<string>());

    public override string Counted(CasualtyCount count) => $"{count.Dead} dead, {count.InHospital} in hospital, {count.Injured} injured or ill";

    public override string CheckDue(string check) => $"The check after {check} has not been made.";

    public override string WarningNote => "A text to copy to residents' groups, loudspeakers or official channels. Ask the health office to approve it first.";

    public override string SameStory => "The same story";

    public override string Separate => "Separate";

    public override string MergeHere => "Merge into this one";

    public override string NothingAlike => "No other report with the same story was found.";

    public override string MarkAlike => "Mark as the same story";

    public override string MarkAlikeNote => "Give the number of another case that tells the same. Once marked, the two can be merged.";

    public override string OtherCase => "Number of the other case";

    public override string Sent => "Delivery";

    public override string Away => "on leave";

    public override string NotTheirTurn => "not their turn yet";

    public override string OnItsWay => "waiting to be sent";

    public override string HandedOn => "passed on";

    public override string NoCard => "no card: the seat is vacant, or may not know";

    public override string Unanswered => "not answered yet";

    public override string ShowProof(int number) => $"Show proof of resolution ({number})";

    public override string Body => "Body";

    public override string AnswerWithin => "Answer expected within";

    public override string DaysOf(int days) => $"{days} days";

    public override string ReferNote => "The case stays open, and yours, until that body answers.";

    public override string ReceiptNumber => "Receipt number";

    public override string WhoWasCalled => "Who was called";

    public override string CountNote => "What is known now. Earlier counts stay in the timeline.";

    public override string Dead => "Dead";

    public override string InHospital => "In hospital";

    public override string Injured => "Injured or ill";

    public override string ReviewAsk => "What happened, what went well, what should be better? No names. At least 40 letters.";

    public override string CallOf(CallResult result) => result switch
    {
        CallResult.Reached => "answered",
        CallResult.NoAnswer => "no answer",
        _ => "wrong number",
    };

    public override string TimelineOf(string show) => show switch
    {
        TimelineShow.Talk => "Conversation",
        TimelineShow.Notes => "Notes",
        TimelineShow.Deliveries => "Deliveries",
        _ => "Everything",
    };

    public override string DetailOf(ReportFact fact, Jurisdiction jurisdiction) => (fact.Action, fact.Detail) switch
    {
        (ReportAction.Refer or ReportAction.RecordReceipt, { } body) => BodyOf(body, jurisdiction),
        (ReportAction.Call, { } call) when call.Split(' ') is [var seat, var ending] && Enum.TryParse<CallResult>(ending, out var result) => $"{SeatOf(seat)}: {CallOf(result)}",
        (ReportAction.TellOfVictims, { } words) when VictimsTold.Read(words) is { } told => Told(told),
        (ReportAction.CountCasualties, { } numbers) when CasualtyCount.Read(numbers) is { } count => Counted(count),
        (ReportAction.CheckWatch, { } check) => check,
        (ReportAction.Raise, { } raised) when Enum.TryParse<Priority>(raised, out var priority) => PriorityOf(priority),
        (ReportAction.Succeed, { } seat) => SeatOf(seat),
        (ReportAction.Dismiss, { } ending) when Enum.TryParse<ReportOutcome>(ending, out var outcome) => OutcomeOf(outcome),
        _ => "",
    };

    public override string AlikeMark(int count) => $"{count} alike";
}
