using Kentongan.Domain.Reports;
using Kentongan.Triage.Web.Bulk;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string SearchWords => "Words or a case number";

    public override string Searched(string? since) => since is null ? "Looked through all reports that you may read." : $"Looked through reports since {since} so far; older ones are still being read, search again in a moment.";

    public override string EveryMorning(bool isOn) => isOn ? "🔔 in the morning digest (stop)" : "🔕 send with the morning digest";

    public override string OnlyNewest => "Only the newest are shown; add a word to narrow it.";

    public override string SearchHint => "Three letters at least. What you look for is not kept.";

    public override string SaveView => "Save this filter";

    public override string ViewName => "Name";

    public override string SavedViews => "My filters";

    public override string Remove => "Remove";

    public override string Export => "Download the list";

    public override string Several => "Several cases";

    public override string Choose(string number) => $"Choose {number}";

    public override string WithChosen => "With the chosen";

    public override string Preview => "Look first";

    public override string SeveralPreview(int possible, int total) => $"{possible} of {total} can be done. Nothing has changed yet.";

    public override string SeveralDone(int done, int total) => $"{done} of {total} done.";

    public override string CanDo => "can be done";

    public override string CannotDo => "not now";

    public override string DoSeveral(string action, int count) => $"{action}: {count} cases";

    public override string TakeBack(ReportAction undo) => undo == ReportAction.Quarantine ? "Undo: back to quarantine" : "Undo: back to screening";

    public override string TakenBack => "Taking out of quarantine was undone.";

    public override string ExportCut(int rows, int total) => $"The file holds the newest {rows} of {total} reports. For the rest, narrow by date and download again.";

    public override string UndoNote => "This can be undone: the button is on the page of results.";

    public override string HoldNote(ReportAction action, TimeSpan window) => action == ReportAction.Offer
        ? $"This can be undone for {window.TotalMinutes:0} minutes: only then do the cards reach the officers. P0 and P1 do not wait: they are offered at once, and that cannot be undone."
        : $"This can be undone for {window.TotalMinutes:0} minutes: only then does the reporter read the result. After that, cases can only be opened again one by one, with a higher priority.";

    public override string CanDoAtOnce => "can be done, at once without waiting";

    public override string HeldHead => "Actions held back";

    public override string NothingHeld => "None. What is done to several cases at once, and cannot be brought back, waits here for a little while.";

    public override string HeldHint => "Nothing has changed yet. You can still undo it; load this page again to see what became of it.";

    public override string HeldStateOf(HeldDeedState state, string at) => state switch
    {
        HeldDeedState.Held => $"takes effect at {at}",
        HeldDeedState.Done => "done",
        HeldDeedState.TakenBack => "undone, nothing has changed",
        _ => "not done: the case had changed, or you hold no seat any more",
    };

    public override string AboutToBeDone => "about to be done";

    public override string TakeBackHeld => "Undo";

    public override string TakeBackAll(int count) => $"Undo all ({count})";

    public override string HeldFor(string action, string who, string at) => $"Held back: {action}, takes effect at {at} ({who}).";
}
