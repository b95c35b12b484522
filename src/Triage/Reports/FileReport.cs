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
    IReadOnlyList<EvidenceRef> Evidence);

/// <summary>Stores a report and lets routing know; the answer is the resident's receipt.</summary>
public sealed class FileReport(Jurisdiction jurisdiction, ReportVault vault, Randomness random, RouteSignal routing)
{
    public async Task<Receipt> HandleAsync(Unit unit, Filing filing)
    {
        var subcategory = jurisdiction.Programmes.Find(filing.Category)
            ?? throw new InvalidOperationException("A report of a category that no programme has.");
        var priority = Urgency.Of(subcategory, filing.Happening, string.Join('\n', filing.Story));
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
                Timers.For(priority)),
            unit.Now);

        unit.Db.Reports.Add(report);
        unit.Db.Contents.Add(new ContentRow { Report = id, Sealed = sealedContent });
        unit.Db.Deadlines.Add(CaseWork.Row(id, new Deadline(DeadlineKind.Route, unit.Now)));
        await ClaimEvidenceAsync(unit, id, filing.Evidence);
        unit.AfterCommit(() => routing.Filed(id));
        return receipt;
    }

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
