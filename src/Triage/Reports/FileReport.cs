using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Store;
using Kentongan.Triage.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Reports;

/// <summary>What the resident decided to send. Nothing in it says who.</summary>
public sealed record Filing(
    string Category,
    Happening Happening,
    AccusedOffice Accused,
    Place? Place,
    Coordinates? Pin,
    IReadOnlyList<string> Story,
    IReadOnlyList<EvidenceRef> Evidence)
{
    /// <summary>Where it came from, where somebody knows (domain.md 1).</summary>
    public Place? Supply { get; init; }
}

/// <summary>Stores a report and lets routing know; the answer is the resident's receipt.</summary>
public sealed class FileReport(
    Jurisdiction jurisdiction, ReportVault vault, Randomness random, RouteSignal routing, IOptions<PrivacyOptions> privacy,
    ReporterMarks marks, ReputationBook reputation)
{
    /// <summary>From a chat of ours: counts for corroboration and standing, and is bound by them (policy 5.2, 5.3).</summary>
    /// <param name="chat">Never stored, and in no mark that outlives its key.</param>
    public async Task<Outcome<Receipt>> HandleAsync(Unit unit, Filing filing, long chat)
    {
        var limited = await reputation.IsLimitedAsync(unit, chat);
        if (limited && PriorityOf(filing) != Priority.P0 && !await reputation.TakeTodayAsync(unit, chat))
        {
            return new Refusal.OneADay(); // an emergency is never dropped
        }

        var (report, receipt) = await KeepAsync(unit, filing, screenFirst: limited);
        marks.Keep(unit, report, chat);
        reputation.Keep(unit, report, chat);
        return receipt;
    }

    public async Task<Receipt> HandleAsync(Unit unit, Filing filing) => (await KeepAsync(unit, filing, screenFirst: false)).Receipt;

    private async Task<(ReportId Report, Receipt Receipt)> KeepAsync(Unit unit, Filing filing, bool screenFirst)
    {
        var priority = PriorityOf(filing);
        var receipt = Receipt.New(random);
        var content = new ReportContent(filing.Story, filing.Evidence, priority == Priority.P0 ? filing.Pin : null);
        var (id, sealedContent) = vault.SealNew(content);
        var report = Report.Receive(
            new NewReport(
                id,
                CaseNumber.New(random),
                receipt.Hash,
                filing.Category,
                priority,
                filing.Happening,
                filing.Accused,
                filing.Place,
                filing.Evidence.Count,
                Timers.For(priority))
            {
                Supply = filing.Supply,
                ScreenFirst = screenFirst,
            },
            unit.Now);

        unit.Db.Reports.Add(report);
        unit.Db.Contents.Add(new ContentRow { Report = id, Sealed = sealedContent });
        var routeAt = unit.Now + Delay(priority);
        unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(DeadlineKind.Route, routeAt)));
        await ClaimEvidenceAsync(unit, id, filing.Evidence);
        if (routeAt <= unit.Now)
        {
            unit.AfterCommit(() => routing.Filed(id));
        }

        return (id, receipt);
    }

    private Priority PriorityOf(Filing filing) => Urgency.Of(
        jurisdiction.Programmes.Find(filing.Category) ?? throw new InvalidOperationException("A report of a category that no programme has."),
        filing.Happening,
        string.Join('\n', filing.Story));

    /// <summary>Evidence that a draft had stored now belongs to the report.</summary>
    internal static async Task ClaimEvidenceAsync(Unit unit, ReportId report, IReadOnlyList<EvidenceRef> evidence)
    {
        foreach (var piece in evidence)
        {
            if (await unit.Db.Evidence.SingleOrDefaultAsync(row => row.Id == piece.Id) is { } row)
            {
                row.Report = report;
            }
        }
    }

    /// <summary>A random wait hides who sent it; never where somebody may be in danger (threat-model 4, row 13).</summary>
    private TimeSpan Delay(Priority priority) => priority <= Priority.P1 || privacy.Value.OfferDelay <= TimeSpan.Zero
        ? TimeSpan.Zero
        : privacy.Value.OfferDelay * (random.Below(1_000_000) / 1_000_000.0);
}
