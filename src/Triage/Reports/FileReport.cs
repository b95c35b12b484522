using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
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
    ElectionRegime? Regime = null);

/// <summary>Stores a report and lets routing know; the answer is the resident's receipt.</summary>
public sealed class FileReport(
    Jurisdiction jurisdiction, ReportVault vault, Randomness random, RouteSignal routing, OperationsInForce operations)
{
    /// <summary>So near to a border both triads are asked (policy 5.1).</summary>
    private const double NearBorder = 500;

    public async Task<Receipt> HandleAsync(Unit unit, Filing filing)
    {
        var subcategory = jurisdiction.Programmes.Find(filing.Category)
            ?? throw new InvalidOperationException("A report of a category that no programme has.");
        var operation = await operations.RaisingAsync(unit, filing.Category);
        var usual = Urgency.Of(subcategory, filing.Happening, string.Join('\n', filing.Story));
        var priority = operation is null ? usual : Urgency.Raised(usual);
        var timers = Timers.For(priority);
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
                LegalDueAt = subcategory.LegalDeadlineDays is { } days ? unit.Now.AddDays(days) : null,
                BorderKecamatan = AcrossTheBorder(filing),
            },
            unit.Now);

        unit.Db.Reports.Add(report);
        unit.Db.Contents.Add(new ContentRow { Report = id, Sealed = sealedContent });
        unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(DeadlineKind.Route, unit.Now)));
        await ClaimEvidenceAsync(unit, id, filing.Evidence);
        unit.AfterCommit(() => routing.Filed(id));
        return receipt;
    }

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
