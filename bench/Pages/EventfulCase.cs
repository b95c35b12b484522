using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Bench.Pages;

/// <summary>Lets one open emergency of a full store have all that a case page can show: talk, notes, victims, evidence, letters that did not arrive.</summary>
internal static class EventfulCase
{
    /// <summary>One grey point.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <returns>Its case number.</returns>
    public static async Task<string> MakeAsync(IServiceProvider services)
    {
        var (vault, committer) = (services.GetRequiredService<ReportVault>(), services.GetRequiredService<Committer>());
        var piece = await services.GetRequiredService<EvidenceStore>().KeepAsync(new CleaningResult.Cleaned(EvidenceKind.Photo, "image/png", "png", Picture), CancellationToken.None);
        return await committer.CommitAsync(
            async unit =>
            {
                var report = await unit.Db.Reports
                    .Where(one => one.Priority == Priority.P0 && one.Lead != null && Lifecycle.OpenStatuses.Contains(one.Status) && one.Accused == AccusedOffice.None)
                    .OrderByDescending(one => one.ReceivedAt).FirstAsync();
                var lead = Actor.In(report.LeadSeat!, report.Lead!.Value);
                var at = report.FirstAcceptedAt!.Value;
                Talk(unit, vault, report, at);
                foreach (var moved in new[]
                {
                    report.TellOfVictims(new VictimsTold(), new VictimsTold(3, VictimState.Unconscious, VictimPlace.Home), at.AddMinutes(3)),
                    report.CountCasualties(lead, new CasualtyCount(0, 2, 1), at.AddMinutes(15)),
                    report.Note(lead, vault.SealText(report.Id, "Sopir ambulans sudah dihubungi, tiba sepuluh menit lagi.")!, at.AddMinutes(16)),
                    report.CountCasualties(lead, new CasualtyCount(1, 2, 0), at.AddMinutes(50)),
                })
                {
                    unit.Db.Facts.Add(moved is Outcome<ReportFact>.Done(var fact) ? fact : throw new InvalidOperationException($"{report.Status} does not go on."));
                }

                await AttachAsync(unit, vault, report, piece);
                await LoseLettersAsync(unit, report, at);
                return report.CaseNumber;
            },
            CancellationToken.None);
    }

    private static void Talk(Unit unit, ReportVault vault, Report report, DateTimeOffset at)
    {
        foreach (var (officer, text) in new[]
        {
            (report.Lead, "Berapa orang yang sakit, dan di rumah siapa mereka sekarang?"),
            (null, "Tiga orang, dua di rumah dan satu sudah dibawa ke puskesmas. Botolnya masih ada."),
            (report.Lead, "Terima kasih. Tolong simpan botolnya, petugas sedang ke sana."),
        })
        {
            at += TimeSpan.FromMinutes(4);
            unit.Db.Messages.Add(new MessageRow
            {
                Id = Guid.NewGuid(),
                Report = report.Id,
                Officer = officer,
                Seat = officer is null ? null : report.LeadSeat,
                At = at,
                SealedText = vault.SealText(report.Id, text)!,
            });
        }
    }

    private static async Task AttachAsync(Unit unit, ReportVault vault, Report report, EvidenceRef piece)
    {
        var row = await unit.Db.Contents.SingleAsync(one => one.Report == report.Id);
        row.Sealed = vault.SealContent(report.Id, vault.OpenContent(report.Id, row.Sealed)! with { Evidence = [piece] })!;
        await unit.Db.Evidence.Where(one => one.Id == piece.Id).ExecuteUpdateAsync(one => one.SetProperty(evidence => evidence.Report, (ReportId?)report.Id));
        report.AddEvidence(1 - report.EvidenceCount);
    }

    private static async Task LoseLettersAsync(Unit unit, Report report, DateTimeOffset at)
    {
        foreach (var (card, outcome) in (await unit.Db.Cards.Where(row => row.Report == report.Id).ToListAsync()).Zip(["failed", "blocked", "delayed"]))
        {
            unit.Db.Notifications.Add(new NotificationRow { Report = report.Id, Officer = card.Officer, Kind = "Notice", Outcome = outcome, At = at += TimeSpan.FromMinutes(6) });
        }
    }
}
