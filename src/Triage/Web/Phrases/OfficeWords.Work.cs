using Kentongan.Domain.Reports;
using Kentongan.Triage.Web.Bulk;

namespace Kentongan.Triage.Web.Phrases;

/// <content>Saved views, several cases at once, search, export.</content>
public abstract partial class OfficeWords
{
    public abstract string SearchWords { get; }

    /// <param name="since">The day back to which texts have been read; null for all.</param>
    public abstract string Searched(string? since);

    public abstract string OnlyNewest { get; }

    /// <summary>The button that turns a saved view into a part of the morning digest, and back.</summary>
    public abstract string EveryMorning(bool isOn);

    public abstract string SearchHint { get; }

    public abstract string SaveView { get; }

    public abstract string ViewName { get; }

    public abstract string SavedViews { get; }

    public abstract string Remove { get; }

    public abstract string Export { get; }

    public abstract string Several { get; }

    public abstract string Choose(string number);

    public abstract string WithChosen { get; }

    public abstract string Preview { get; }

    public abstract string SeveralPreview(int possible, int total);

    public abstract string SeveralDone(int done, int total);

    public abstract string CanDo { get; }

    public abstract string CannotDo { get; }

    public abstract string DoSeveral(string action, int count);

    public abstract string TakeBack(ReportAction undo);

    /// <summary>The reason that an undo leaves in the timeline.</summary>
    public abstract string TakenBack { get; }

    public abstract string ExportCut(int rows, int total);

    /// <summary>Before several are changed at once, where a deed of its own brings them back.</summary>
    public abstract string UndoNote { get; }

    /// <summary>Before several are changed at once, where nothing brings them back: how long it waits, and what does not.</summary>
    public abstract string HoldNote(ReportAction action, TimeSpan window);

    public abstract string CanDoAtOnce { get; }

    public abstract string HeldHead { get; }

    public abstract string NothingHeld { get; }

    public abstract string HeldHint { get; }

    /// <param name="at">The time of the day at which it takes effect, or did.</param>
    public abstract string HeldStateOf(HeldDeedState state, string at);

    /// <summary>Its time has come; the job does it any second.</summary>
    public abstract string AboutToBeDone { get; }

    public abstract string TakeBackHeld { get; }

    public abstract string TakeBackAll(int count);

    /// <summary>On the page of a case.</summary>
    public abstract string HeldFor(string action, string who, string at);
}
