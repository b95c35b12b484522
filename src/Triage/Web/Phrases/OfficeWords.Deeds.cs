using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web.Cases;

namespace Kentongan.Triage.Web.Phrases;

public abstract partial class OfficeWords
{
    public abstract string MergedInto(string number);

    public abstract string ReferredTo { get; }

    public abstract string AnswerBy(string day);

    public abstract string HasReceipt { get; }

    public abstract string NoReceipt { get; }

    public abstract string Supply { get; }

    public abstract string Situation { get; }

    public abstract string SpeaksFor(int reports);

    public abstract string Victims { get; }

    public abstract string NobodyCounted { get; }

    public abstract string Counted(CasualtyCount count);

    /// <summary>What the resident tapped about victims; nothing of it has been looked at by anybody.</summary>
    public abstract string Told(VictimsTold told);

    public abstract string ToldByResident { get; }

    public abstract string CheckDue(string check);

    public abstract string WarningNote { get; }

    public abstract string SameStory { get; }

    public abstract string Separate { get; }

    public abstract string MergeHere { get; }

    public abstract string NothingAlike { get; }

    public abstract string MarkAlike { get; }

    public abstract string MarkAlikeNote { get; }

    public abstract string OtherCase { get; }

    public abstract string Sent { get; }

    public abstract string Away { get; }

    public abstract string NotTheirTurn { get; }

    public abstract string OnItsWay { get; }

    public abstract string HandedOn { get; }

    public abstract string NoCard { get; }

    public abstract string Unanswered { get; }

    public abstract string ShowProof(int number);

    public abstract string Body { get; }

    public abstract string AnswerWithin { get; }

    public abstract string DaysOf(int days);

    public abstract string ReferNote { get; }

    public abstract string ReceiptNumber { get; }

    public abstract string WhoWasCalled { get; }

    public abstract string CountNote { get; }

    public abstract string Dead { get; }

    public abstract string InHospital { get; }

    public abstract string Injured { get; }

    public abstract string ReviewAsk { get; }

    public abstract string CallOf(CallResult result);

    /// <summary>The tabs of the timeline; one of <see cref="TimelineShow"/>.</summary>
    public abstract string TimelineOf(string show);

    /// <summary>What a fact carries beside its name: to whom, how many, how it ended. Empty where that says nothing to a reader.</summary>
    public abstract string DetailOf(ReportFact fact, Jurisdiction jurisdiction);

    protected static string BodyOf(string? code, Jurisdiction jurisdiction) =>
        jurisdiction.Kabupaten.ReferralBodies.FirstOrDefault(body => body.Code == code)?.Name ?? code ?? "";

    public abstract string AlikeMark(int count);
}
