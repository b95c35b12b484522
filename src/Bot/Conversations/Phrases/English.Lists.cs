using System.Diagnostics;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>Buttons and the words for each value of a list.</summary>
internal sealed partial class English
{
    protected override string LabelOf(Button button) => button switch
    {
        Button.Report => "📣 Report",
        Button.CheckReport => "🔎 Check a report",
        Button.NeedHelp => "🤝 I need help",
        Button.Privacy => "🔒 Privacy",
        Button.Skip => "Skip",
        Button.ClearStory => "🗑 Delete the story, write anew",
        Button.Done => "Continue ➜",
        Button.Back => "‹ Back",
        Button.BackToReview => "‹ Leave it as it is",
        Button.Next => "Next ›",
        Button.Previous => "‹ Previous",
        Button.DontKnow => "I don't know",
        Button.SamePlace => "The same place",
        Button.RatherNotSay => "I'd rather not say",
        Button.Send => "✅ Send",
        Button.Change => "✏️ Change",
        Button.Cancel => "✖️ Cancel",
        Button.AcceptVoice => "I understand, use my voice",
        Button.Add => "➕ Add information",
        Button.Answer => "💬 Answer the officer",
        Button.TellMe => "🔔 Tell me here",
        Button.DontTellMe => "🔕 Stop telling me",
        Button.Open => "Open",
        Button.EraseTraces => "🧹 Yes, erase my traces",
        Button.KeepTraces => "Not yet",
        Button.Withdraw => "Withdraw the report",
        Button.WithdrawYes => "Yes, withdraw it",
        Button.Keep => "Don't withdraw",
        Button.NotYet => "Not settled",
        Button.IsRight => "Settled",
        Button.Refresh => "🔄 Refresh",
        Button.BlankAll => "🙈 Blank all of it",
        Button.NotAboutMe => "Leave it, it is not about me",
        Button.BlankAndSend => "🙈 Blank it, then send",
        Button.SendAsIs => "Send it as it is",
        Button.AskHelpInstead => "🤝 It is about me or my family",
        Button.SendHelp => "✅ Send to a counsellor",
        Button.OpenHelp => "💬 Open conversation",
        Button.WriteToCounsellor => "✍️ Write to the counsellor",
        Button.EndHelp => "That is enough, close",
        Button.EraseHelp => "🗑 Delete conversation",
        Button.EraseHelpYes => "Yes, delete it now",
        Button.KeepHelp => "Do not delete",
        Button.SeparateReport => "Yes, a separate report",
        Button.NoReport => "No need",
        Button.NoVictims => "No victims",
        Button.VictimsMany => "More than 5",
        Button.SkipVictims => "I don't know, skip",
        Button.VictimsAwake => "All awake and breathing",
        Button.VictimUnconscious => "Someone is unconscious",
        Button.VictimNotBreathing => "Someone is not breathing",
        Button.VictimsAtScene => "Where it happened",
        Button.VictimsAtHome => "At home",
        Button.VictimsOnRoad => "On the road",
        Button.VictimsAtClinic => "Already at a clinic",
        Button.TellOfVictims => "🚑 Tell how the victims are",
        _ => throw new UnreachableException(),
    };

    protected override string WhenOf(Happening when) => when switch
    {
        Happening.Now => "🔴 Happening now",
        Happening.Today => "Today",
        Happening.ThisWeek => "This week",
        Happening.Often => "Often",
        _ => throw new UnreachableException(),
    };

    protected override string ChangeOf(Question question) => question switch
    {
        Question.Category => "What it is about",
        Question.Subcategory => "Which kind",
        Question.Regime => "Which election",
        Question.Place => "Place",
        Question.Desa => "Which desa",
        Question.Supply => "Where it came from",
        Question.When => "Time",
        Question.Story => "Story and files",
        Question.Official => "Official concerned",
        _ => throw new UnreachableException(),
    };

    protected override string OfficeOf(AccusedOffice office, string villageHead) => office switch
    {
        AccusedOffice.None => "none",
        AccusedOffice.Polsek => "police",
        AccusedOffice.Koramil => "army (TNI)",
        AccusedOffice.Kecamatan => "kecamatan office",
        AccusedOffice.Desa => $"{villageHead} or desa staff",
        AccusedOffice.Kabupaten => "kabupaten office or agency",
        _ => throw new UnreachableException(),
    };

    protected override string RegimeOf(ElectionRegime regime, string villageHead) => regime switch
    {
        ElectionRegime.Pemilu => "National election",
        ElectionRegime.Pilkada => "Regional election (governor, regent)",
        ElectionRegime.Pilkades => $"Village head ({villageHead}) election",
        _ => throw new UnreachableException(),
    };

    protected override string FormalReport(int days, ElectionRegime? regime) => regime == ElectionRegime.Pilkades
        ? $"A report without a name is not a formal complaint. A formal one about a village election goes to the election committee or the kecamatan, with your name. Do not wait more than {days} days."
        : $"A report without a name is not a formal report to Bawaslu. To file one, go to Panwascam or Bawaslu, or use SigapLapor, with your name, at most {days} days after you learned of it.";

    protected override string RefusedFor(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "We cannot take that kind of file. Try a photo (JPG/PNG), a video (MP4) or a PDF.",
        CleaningRefusal.TooLarge => "The file is too large. 20 MB at most; try to cut it, or send just the photo.",
        CleaningRefusal.Broken => "That file is broken or cannot be cleaned safely, so we did not keep it. Try another one.",
        CleaningRefusal.CannotBeCleaned =>
            "We cannot remove the hidden data of that file yet, so we did not keep it, for your safety. Try a photo.",
        CleaningRefusal.TookTooLong => "That file took too long to process, so we did not keep it. Try a smaller one.",
        _ => throw new UnreachableException(),
    };

    protected override string WordOf(ResidentWord word) => word switch
    {
        ResidentWord.Diterima => "Received",
        ResidentWord.Ditangani => "Being handled",
        ResidentWord.Selesai => "Finished",
        ResidentWord.TidakDapatDitindaklanjuti => "Cannot be followed up",
        _ => throw new UnreachableException(),
    };

    protected override string ReasonOf(ResidentWord word, ReportOutcome? outcome, ReportStatus status) => (word, outcome, status) switch
    {
        (_, _, ReportStatus.ResolutionProposed) => "The officer says this is settled. Is it?",
        (ResidentWord.Diterima, _, _) => "Your report has arrived and is waiting for an officer.",
        (ResidentWord.Ditangani, _, _) => "An officer is taking care of this report.",
        (_, ReportOutcome.ActedUpon, _) => "Action was taken.",
        (_, ReportOutcome.Prevented, _) => "It was prevented.",
        (_, ReportOutcome.Withdrawn, _) => "Withdrawn as you asked.",
        (_, ReportOutcome.InsufficientInformation, _) => "There was not enough to go on.",
        (_, ReportOutcome.OutOfJurisdiction, _) => "This is outside what we are allowed to do.",
        (_, ReportOutcome.Duplicate, _) => "There is another report about the same thing.",
        (_, ReportOutcome.Unfounded, _) => "It was checked, but nothing was found.",
        (_, ReportOutcome.Hoax, _) => "It was checked and turned out not to be true.",
        _ => "This report is closed.",
    };

    protected override string? ActionOf(ReportAction action) => action switch
    {
        ReportAction.Offer => "passed on to officers",
        ReportAction.Screen => "checked by the coordinator",
        ReportAction.Accept => "an officer accepted it",
        ReportAction.StartWork => "work began",
        ReportAction.StillWorking => "still being worked on",
        ReportAction.Wait => "put off for now",
        ReportAction.Refer => "passed on to another body",
        ReportAction.ProposeResolution => "settled, says the officer",
        ReportAction.Verify or ReportAction.CloseUnverified or ReportAction.Dismiss => "closed",
        ReportAction.Reopen or ReportAction.SendBack => "opened again",
        ReportAction.Withdraw => "withdrawn",
        _ => null,
    };

    protected override string MessageOf(bool fromOfficer, string quote) => $"{(fromOfficer ? "Officer" : "You")}: {quote}";

    protected override string ResultOf(string quote) => $"Result: <blockquote>{quote}</blockquote>";
}
