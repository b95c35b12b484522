namespace Kentongan.Triage.Web.Phrases;

/// <summary>The words of the back office. One class a language: the compiler says which lacks a sentence.</summary>
public abstract partial class OfficeWords
{
    public abstract string LanguageCode { get; }

    public abstract string Board { get; }

    public abstract string List { get; }

    public abstract string Map { get; }

    public abstract string Numbers { get; }

    public abstract string Roster { get; }

    public abstract string System { get; }

    public abstract string SkipToContent { get; }

    public abstract string Menu { get; }

    public abstract string SignIn { get; }

    public abstract string SignOut { get; }

    public abstract string MySessions { get; }

    public abstract string OtherLanguage { get; }

    public abstract string SignInIntro { get; }

    public abstract string SignInStepOne { get; }

    public abstract string SignInStepTwo { get; }

    public abstract string SignInDigits { get; }

    public abstract string SignInWarning { get; }

    public abstract string SignInValid { get; }

    public abstract string SignInAgain { get; }

    public abstract string SignInFailed { get; }

    public abstract string SignInConfirm { get; }

    public abstract string SignInConfirmWhy { get; }

    public abstract string SignInHere { get; }

    public abstract string NothingHere { get; }

    public abstract string BackToBoard { get; }

    public abstract string TooMany { get; }

    public abstract string Emergencies { get; }

    public abstract string NoEmergencies { get; }

    public abstract string NothingInColumn { get; }

    public abstract string MoreOf(int shown, int total);

    public abstract string QueueList { get; }

    public abstract string Filter { get; }

    public abstract string ClearFilter { get; }

    public abstract string Show { get; }

    public abstract string Kecamatan { get; }

    public abstract string Desa { get; }

    public abstract string Kind { get; }

    public abstract string PriorityLabel { get; }

    public abstract string StatusLabel { get; }

    public abstract string CaseNumber { get; }

    public abstract string Received { get; }

    public abstract string Lead { get; }

    public abstract string NobodyYet { get; }

    public abstract string Due { get; }

    public abstract string AllOf { get; }

    public abstract string FromDay { get; }

    public abstract string UntilDay { get; }

    public abstract string NewCases(int count);

    public abstract string UpdatedAt(string time);

    public abstract string PlaceUnknown { get; }

    public abstract string EvidenceMark(int count);

    public abstract string Level(int level);

    public abstract string Late(string span);

    public abstract string DueIn(string span);

    public abstract string Results(int total);

    public abstract string MostUrgentFirst { get; }

    public abstract string NoResults { get; }

    public abstract string Page(int page, int pages);

    public abstract string Previous { get; }

    public abstract string Next { get; }

    public abstract string Facts { get; }

    public abstract string Story { get; }

    public abstract string StoryHidden { get; }

    public abstract string StoryGone { get; }

    public abstract string StoryClosed { get; }

    public abstract string NoStory { get; }

    public abstract string When { get; }

    public abstract string Place { get; }

    public abstract string Pin { get; }

    public abstract string Evidence { get; }

    public abstract string ShowEvidence { get; }

    public abstract string EvidenceNote { get; }

    public abstract string Timeline { get; }

    public abstract string Seats { get; }

    public abstract string Seat { get; }

    public abstract string Holder { get; }

    public abstract string Reached { get; }

    public abstract string NotReached { get; }

    public abstract string Accepted { get; }

    public abstract string Talk { get; }

    public abstract string TalkNote { get; }

    public abstract string FromReporter { get; }

    public abstract string AskReporter { get; }

    public abstract string Question { get; }

    public abstract string Send { get; }

    public abstract string Actions { get; }

    public abstract string NoActions { get; }

    public abstract string Result { get; }

    public abstract string Explain { get; }

    public abstract string Reason { get; }

    public abstract string Hours { get; }

    public abstract string Resolution { get; }

    public abstract string Accused { get; }

    public abstract string Deadlines { get; }

    public abstract string ViewAs(string who);

    public abstract string ViewAsNote(string who);

    public abstract string Reporter { get; }

    public abstract string EndView { get; }

    public abstract string Done { get; }

    public abstract string Browser { get; }

    public abstract string Started { get; }

    public abstract string LastSeen { get; }

    public abstract string ThisSession { get; }

    public abstract string EndSession { get; }

    public abstract string Shortcuts { get; }

    public abstract string Close { get; }

    public abstract string Search { get; }

    public abstract string JustNow { get; }

    public abstract string SentTo(string what, string? who);
}
