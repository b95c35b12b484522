using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Simulation.World;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Simulation.People;

/// <summary>What an officer with a card before them might do with it, most often the sensible thing. Each is a use case of the product.</summary>
internal sealed class Taps(Machine machine)
{
    private const string Told = "Sudah didatangi bersama, didata, barang diamankan dan pemiliknya dibina.";

    private static readonly ReportOutcome[] Outcomes =
        [ReportOutcome.ActedUpon, ReportOutcome.ActedUpon, ReportOutcome.ActedUpon, ReportOutcome.Prevented, ReportOutcome.Unfounded, ReportOutcome.Hoax, ReportOutcome.InsufficientInformation];

    private static readonly string[] Bodies = ["bnnp", "bawaslu", "panwascam", "dpmd", "satpol-pp"];

    public Task ActAsync(Unit unit, OfficerCase by, Random random)
    {
        var (report, leads) = (by.Report, by.Report.Lead == by.Card.Officer);
        return report.Status switch
        {
            _ when report.HandOverTo == by.Card.Officer && random.Of(0.7) => Work.AcceptHandOverAsync(unit, by),
            ReportStatus.Screening => ScreenAsync(unit, by, random),
            ReportStatus.Offered => OfferedAsync(unit, by, random),
            ReportStatus.Accepted when leads => AcceptedAsync(unit, by, random),
            ReportStatus.InProgress when leads => InProgressAsync(unit, by, random),
            ReportStatus.Waiting when leads => random.Of(0.5) ? Work.ResumeAsync(unit, by) : Work.ProposeResolutionAsync(unit, by, random.Pick(Outcomes), Told, Proof(random)),
            ReportStatus.Referred when leads => report.HasReferralReceipt
                ? Work.ProposeResolutionAsync(unit, by, ReportOutcome.ActedUpon, Told, Proof(random))
                : machine.Get<ReferReport>().RecordReceiptAsync(unit, by, $"B/{random.Next(1000)}/2026"),
            ReportStatus.ResolutionProposed when !leads => random.Of(0.9) ? Work.VerifyAsync(unit, by) : random.Of(0.6) ? Work.SendBackAsync(unit, by) : Task.CompletedTask,
            ReportStatus.Accepted or ReportStatus.InProgress when by.Card.Part == Part.Lead && random.Of(0.1) => Answer.TakeOverAsync(unit, by),
            ReportStatus.Closed when report.InHospital > 0 => machine.Get<CareForVictims>().CheckAsync(unit, by),
            _ => Task.CompletedTask,
        };
    }

    private WorkOnReport Work => machine.Get<WorkOnReport>();

    private AnswerOffer Answer => machine.Get<AnswerOffer>();

    private Task ScreenAsync(Unit unit, OfficerCase by, Random random) => random.NextDouble() switch
    {
        _ when by.Card.Part != Part.Screener => Task.CompletedTask,
        < 0.78 => machine.Get<ScreenReport>().OfferAsync(unit, by, by.Report.Kecamatan ?? Anywhere(random)),
        < 0.84 => machine.Get<ScreenReport>().DismissAsync(unit, by, ReportOutcome.InsufficientInformation, "Tidak cukup keterangan."),
        < 0.88 => machine.Get<ScreenReport>().QuarantineAsync(unit, by, "Mencurigakan."),
        < 0.92 => machine.Get<ReferReport>().ReferAsync(unit, by, random.Pick(Bodies), random.Next(1, 10)),
        _ => Task.CompletedTask,
    };

    private Task OfferedAsync(Unit unit, OfficerCase by, Random random) => random.NextDouble() switch
    {
        < 0.3 when by.Card.Part == Part.Screener => Answer.AcceptAsync(unit, by),
        < 0.9 when by.Card.Part == Part.Screener => machine.Get<ScreenReport>().OfferAsync(unit, by, Anywhere(random)),
        _ when by.Card.Part is Part.Copy or Part.Screener => Task.CompletedTask,
        < 0.82 => Answer.AcceptAsync(unit, by),
        < 0.87 when Answer.Neighbours(by.Report) is [_, ..] near => Answer.PassOnAsync(unit, by, random.Pick(near).Code),
        < 0.91 => Answer.DeclineAsync(unit, by),
        < 0.92 => MergeAsync(unit, by),
        _ => Task.CompletedTask, // looked at it and put the phone away
    };

    private Task AcceptedAsync(Unit unit, OfficerCase by, Random random) => random.NextDouble() switch
    {
        < 0.45 => Work.StartAsync(unit, by),
        < 0.68 => Work.NoteAsync(unit, by, "Berangkat bersama anggota."),
        < 0.78 => Work.KeepWorkingAsync(unit, by),
        < 0.82 => Work.ReleaseAsync(unit, by),
        < 0.86 => Work.WaitAsync(unit, by, TimeSpan.FromHours(random.Next(1, 100))),
        < 0.90 => machine.Get<AskReporter>().HandleAsync(unit, by, "Jam berapa biasanya?"),
        < 0.92 => machine.Get<CareForVictims>().CountAsync(unit, by, new CasualtyCount(random.Next(2), random.Next(4), random.Next(4))),
        _ => Work.ProposeResolutionAsync(unit, by, random.Pick(Outcomes), Told, Proof(random)),
    };

    private Task InProgressAsync(Unit unit, OfficerCase by, Random random) => random.NextDouble() switch
    {
        < 0.70 => Work.ProposeResolutionAsync(unit, by, random.Pick(Outcomes), Told, Proof(random)),
        < 0.75 => Work.WaitAsync(unit, by, TimeSpan.FromHours(random.Next(1, 100))),
        < 0.80 => machine.Get<ReferReport>().ReferAsync(unit, by, random.Pick(Bodies), random.Next(1, 10)),
        < 0.83 => Work.ProposeHandOverAsync(unit, by, random.Pick(Domain.Rosters.Seat.Triad).Code),
        < 0.87 => machine.Get<AskReporter>().HandleAsync(unit, by, "Apakah masih terjadi?"),
        < 0.92 => Work.KeepWorkingAsync(unit, by),
        < 0.94 => Work.ReleaseAsync(unit, by),
        _ => Work.NoteAsync(unit, by, "Masih dipantau."),
    };

    private async Task MergeAsync(Unit unit, OfficerCase by)
    {
        if (await MergeReports.CandidatesAsync(unit.Db, by) is [var like, ..])
        {
            await machine.Get<MergeReports>().MergeAsync(unit, by, like.Mark);
        }
    }

    private KecamatanCode Anywhere(Random random) => random.Pick(machine.Jurisdiction.Kabupaten.Kecamatan).Code;

    /// <summary>Most send a photo with their word.</summary>
    private static EvidenceRef[] Proof(Random random) => random.Of(0.9)
        ? [new EvidenceRef(new EvidenceId(new Guid(random.Next(), 0, 0, new byte[8])), "Photo", "image/jpeg", "jpg", new byte[32])]
        : [];
}
