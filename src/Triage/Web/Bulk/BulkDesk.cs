using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Web.Bulk;

/// <param name="Possible">Whether the action follows from where the case stands, for this viewer.</param>
public sealed record BulkLine(string Number, int Version, ReportStatus Status, bool Possible, Refusal? Why = null)
{
    /// <summary>Null once it is done.</summary>
    public Priority? Priority { get; init; }
}

/// <summary>One action on several cases: each is judged, done and audited for itself, as if it had been opened (policy 2).</summary>
public sealed class BulkDesk(CaseQueries cases, CaseDesk desk)
{
    /// <summary>So many at once at the most: somebody is to have looked at them.</summary>
    public const int Most = 50;

    public static readonly IReadOnlyList<ReportAction> Actions = [ReportAction.Offer, ReportAction.Verify, ReportAction.Quarantine, ReportAction.Dismiss, ReportAction.Screen];

    /// <summary>What brings a case back to where it was; null where nothing does, so that it is held back first (<see cref="HeldDeeds"/>).</summary>
    public static ReportAction? UndoOf(ReportAction action) => action switch
    {
        ReportAction.Quarantine => ReportAction.Screen,
        ReportAction.Screen => ReportAction.Quarantine,
        _ => null, // cards have gone out, or the resident has read how it ended
    };

    public async Task<IReadOnlyList<BulkLine>> PreviewAsync(Viewer viewer, ReportAction action, IEnumerable<string> numbers, CancellationToken ct)
    {
        var lines = new List<BulkLine>();
        foreach (var number in numbers.Distinct().Take(Most))
        {
            if (await cases.FindAsync(viewer, number, ct) is { } view)
            {
                lines.Add(new BulkLine(number, view.Report.Version, view.Report.Status, CaseChoices.Possible(view).Contains(action)) { Priority = view.Report.Priority });
            }
        }

        return lines;
    }

    public async Task<IReadOnlyList<BulkLine>> DoAsync(
        Viewer viewer, ReportAction action, IEnumerable<(string Number, int Version)> chosen, string? reason, CancellationToken ct)
    {
        var lines = new List<BulkLine>();
        foreach (var (number, version) in chosen.DistinctBy(one => one.Number).Take(Most))
        {
            var done = await desk.DoAsync(viewer, number, new CaseCommand(action, version, reason, Outcome: ReportOutcome.InsufficientInformation), ct);
            lines.Add(done is Outcome<ReportFact>.Done(var fact)
                ? new BulkLine(number, fact.Sequence, fact.Status, Possible: true)
                : new BulkLine(number, version, default, Possible: false, done.Refusal));
        }

        return lines;
    }
}
