namespace Kentongan.Triage.Web.Phrases;

/// <summary>English, for whoever helps the kabupaten from elsewhere.</summary>
internal sealed partial class EnglishOffice : OfficeWords
{
    public override string LanguageCode => "en";

    public override string Board => "Board";

    public override string List => "List";

    public override string Map => "Risk map";

    public override string Numbers => "Figures";

    public override string Roster => "People";

    public override string System => "System";

    public override string SkipToContent => "Skip to content";

    public override string Menu => "Main menu";

    public override string SignIn => "Sign in";

    public override string SignOut => "Sign out";

    public override string MySessions => "My sessions";

    public override string OtherLanguage => "Bahasa Indonesia";

    public override string SignInIntro => "The back office of Kentongan, for coordinators and officers who are bound in Telegram.";

    public override string SignInStepOne => "Send this message to the bot in Telegram:";

    public override string SignInStepTwo => "The bot answers with six digits. Type them here:";

    public override string SignInDigits => "Six digits from the bot";

    public override string SignInWarning => "Tell these digits to nobody, not even to someone who says they are from the kabupaten.";

    public override string SignInValid => "This code works for five minutes.";

    public override string SignInAgain => "Ask for a new code";

    public override string SignInFailed => "That does not fit, was used, or is too old. Please ask for a new code.";

    public override string SignInConfirm => "Sign in with this browser?";

    public override string SignInConfirmWhy => "This link works once. If you did not ask for it, close this page.";

    public override string SignInHere => "Yes, sign in here";

    public override string NothingHere => "There is no such page, or it is not for you.";

    public override string BackToBoard => "Back to the board";

    public override string TooMany => "Too many tries. Wait a minute, then try again.";

    public override string Emergencies => "Emergencies";

    public override string NoEmergencies => "No emergency is open.";

    public override string NothingInColumn => "Empty.";

    public override string MoreOf(int shown, int total) => $"{shown} most urgent of {total}. See all";

    public override string QueueList => "Queues";

    public override string Filter => "Filter";

    public override string ClearFilter => "Clear filter";

    public override string Show => "Show";

    public override string Kecamatan => "Kecamatan";

    public override string Desa => "Desa";

    public override string Kind => "Kind";

    public override string PriorityLabel => "Priority";

    public override string StatusLabel => "State";

    public override string CaseNumber => "Case number";

    public override string Received => "Received";

    public override string Lead => "Lead";

    public override string NobodyYet => "nobody yet";

    public override string Due => "Due";

    public override string AllOf => "All";

    public override string FromDay => "From";

    public override string UntilDay => "Until";

    public override string NewCases(int count) => $"{count} changes. Reload";

    public override string UpdatedAt(string time) => $"As of {time}";

    public override string PlaceUnknown => "place not known yet";

    public override string EvidenceMark(int count) => $"{count} pieces of evidence";

    public override string Level(int level) => $"level {level}";

    public override string Late(string span) => $"{span} late";

    public override string DueIn(string span) => $"in {span}";

    public override string Results(int total) => $"{total} reports";

    public override string MostUrgentFirst => "the most urgent first";

    public override string NoResults => "No report fits. Try a wider filter.";

    public override string Page(int page, int pages) => $"Page {page} of {pages}";

    public override string Previous => "Previous";

    public override string Next => "Next";

    public override string Facts => "Facts";

    public override string Story => "The story";

    public override string StoryHidden => "The story is for the lead and the coordinator only.";

    public override string StoryClosed => "The case is over: officers' cards no longer hold its story.";

    public override string StoryGone => "The story has been erased when its time was over.";

    public override string NoStory => "The resident wrote no story.";

    public override string When => "When";

    public override string Place => "Place";

    public override string Pin => "Pin";

    public override string Evidence => "Evidence";

    public override string ShowEvidence => "Show";

    public override string EvidenceNote => "Each view is recorded.";

    public override string Timeline => "Timeline";

    public override string Seats => "The seats";

    public override string Seat => "Seat";

    public override string Holder => "Officer";

    public override string Reached => "Reached";

    public override string NotReached => "not yet";

    public override string Accepted => "Accepted";

    public override string Talk => "Conversation with the resident";

    public override string TalkNote => "The resident reads this. Write no names of officers and no plans.";

    public override string FromReporter => "Resident";

    public override string AskReporter => "Ask the resident";

    public override string Question => "Question";

    public override string Send => "Send";

    public override string Actions => "Actions";

    public override string NoActions => "There is nothing for you to do now.";

    public override string Result => "Result";

    public override string Explain => "Tell what was done (at least 40 characters)";

    public override string Reason => "Reason";

    public override string Hours => "Hours to wait";

    public override string Resolution => "Proposed result";

    public override string Accused => "Concerns";

    public override string Deadlines => "Next deadlines";

    public override string ViewAs(string who) => $"See as {who}";

    public override string ViewAsNote(string who) => $"This is how {who} sees the case. You cannot act from here.";

    public override string Reporter => "the resident";

    public override string EndView => "Back to the case";

    public override string Done => "Recorded.";

    public override string Browser => "Browser";

    public override string Started => "Started";

    public override string LastSeen => "Last seen";

    public override string ThisSession => "this browser";

    public override string EndSession => "End";

    public override string Shortcuts => "Keyboard shortcuts";

    public override string Close => "Close";

    public override string Search => "Search";

    public override string JustNow => "just now";

    public override string SentTo(string what, string? who) => $"{what} → {who}";
}
