using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Store;
using Kentongan.Triage.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>What the resident decided to send. Nothing in it says who.</summary>
public sealed record Filing(
    string Category,
    Happening Happening,
    AccusedOffice Accused,
    Place? Place,
    Coordinates? Pin,
    IReadOnlyList<string> Story,
    IReadOnlyList<EvidenceRef> Evidence,
    ElectionRegime? Regime = null)
{
    /// <summary>Where it came from, where somebody knows (domain.md 1).</summary>
    public Place? Supply { get; init; }
}

/// <param name="Priority">As it goes its way: whoever reports an emergency is asked about victims (policy 5.5).</param>
public sealed record Filed(Receipt Receipt, Priority Priority);

/// <summary>Stores a report and lets routing know; the answer is the resident's receipt.</summary>
public sealed class FileReport(
    Jurisdiction jurisdiction, ReportVault vault, Randomness random, RouteSignal routing, OperationsInForce operations, ReporterMarks marks, ReputationBook reputation)
{
    /// <summary>So near to a border both triads are asked (policy 5.1).</summary>
    private const double NearBorder = 500;

    /// <summary>From a chat of ours: counts for corroboration and standing, and is bound by them (policy 5.2, 5.3).</summary>
    /// <param name="chat">Never stored, and in no mark that outlives its key.</param>
    public async Task<Outcome<Filed>> HandleAsync(Unit unit, Filing filing, long chat)
    {
        var limited = await reputation.IsLimitedAsync(unit, chat);
        if (limited && UsualPriority(filing) != Priority.P0 && !await reputation.TakeTodayAsync(unit, chat))
        {
            return new Refusal.OneADay(); // an emergency is never dropped
        }

        var (report, filed) = await KeepAsync(unit, filing, screenFirst: limited);
        marks.Keep(unit, report, chat);
        reputation.Keep(unit, report, chat);
        return filed;
    }

    public async Task<Receipt> HandleAsync(Unit unit, Filing filing) => (await KeepAsync(unit, filing, screenFirst: false)).Filed.Receipt;

    private async Task<(ReportId Report, Filed Filed)> KeepAsync(Unit unit, Filing filing, bool screenFirst)
    {
        var operation = await operations.RaisingAsync(unit, filing.Category);
        var usual = UsualPriority(filing);
        var priority = operation is null ? usual : Urgency.Raised(usual);
        var timers = jurisdiction.Timers.For(priority);
        var regime = filing.Regime ?? (jurisdiction.Programmes.ProgrammeOf(filing.Category)!.Regimes is [var only] ? only : null);
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
                operation is null ? timers : timers.InOperation())
            {
                Operation = operation?.Code,
                Regime = regime,
                LegalDueAt = KindOf(filing).LegalDeadlineDays is { } days ? jurisdiction.Local.KnownOf(priority, unit.Now).AddDays(days) : null, // the lead hears it strike
                BorderKecamatan = AcrossTheBorder(filing),
                Supply = filing.Supply,
                ScreenFirst = screenFirst,
            },
            unit.Now);

        unit.Db.Reports.Add(report);
        unit.Db.Contents.Add(new ContentRow { Report = id, Sealed = sealedContent });
        unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(DeadlineKind.Route, unit.Now)));
        await ClaimEvidenceAsync(unit, id, filing.Evidence);
        unit.AfterCommit(() => routing.Filed(id));
        return (id, new Filed(receipt, priority));
    }

    private Subcategory KindOf(Filing filing) => jurisdiction.Programmes.Find(filing.Category)
        ?? throw new InvalidOperationException("A report of a category that no programme has.");

    /// <summary>Before any operation in force raises it.</summary>
    private Priority UsualPriority(Filing filing) => Urgency.Of(KindOf(filing), filing.Happening, string.Join('\n', filing.Story));

    /// <summary>The pin itself is not kept for it (design 6): the code of the kecamatan is all that routing needs.</summary>
    private KecamatanCode? AcrossTheBorder(Filing filing) => filing is { Pin: { } pin, Place: { } place }
        ? jurisdiction.Regions.WithinMetres(pin, NearBorder).Where(near => near != place.Kecamatan).Select(near => (KecamatanCode?)near).FirstOrDefault()
        : null;

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
}
