using Kentongan.Domain.Reports;

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

    /// <summary>Before several are changed at once: whether it can be undone, and if not, what is left.</summary>
    public abstract string UndoNote(ReportAction action);
}
