using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Reports in every state, and the people around them. The kapolsek leads whatever somebody leads.</summary>
internal static class Given
{
    public const string LongEnough = "Lapak ditutup, barang disita, pemilik dibina.";

    /// <summary>Monday, 10:00 in Jepara.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public static readonly Place Here = new(new KecamatanCode("33.20.07"), new DesaCode("33.20.07.2004"));

    public static readonly Place NextDoor = new(new KecamatanCode("33.20.08"), null);

    public static readonly byte[] Sealed = [1, 2, 3];

    public static readonly Actor Kapolsek = Actor.In("kapolsek", Officer(1));
    public static readonly Actor Camat = Actor.In("camat", Officer(2));
    public static readonly Actor Danramil = Actor.In("danramil", Officer(3));
    public static readonly Actor SatpolPp = Actor.In("satpol-pp", Officer(4));
    public static readonly Actor Koordinator = Actor.In("koordinator", Officer(5));
    public static readonly Actor Auditor = Actor.In("auditor", Officer(6));

    public static OfficerId Officer(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static Report New(Priority priority = Priority.P2, AccusedOffice accused = AccusedOffice.None) => Report.Receive(
        new NewReport(
            new ReportId(new Guid(1, 2, 3, new byte[8])),
            "K7Q-4ZM",
            [9, 9],
            "miras.penjualan",
            priority,
            Happening.Often,
            accused,
            Here,
            EvidenceCount: 1,
            Timers.For(priority)),
        Now);

    /// <summary>A report that went the usual way into a state.</summary>
    public static Report In(ReportStatus status, Priority priority = Priority.P2, ReportOutcome outcome = ReportOutcome.ActedUpon)
    {
        var report = New(priority);
        foreach (var step in WayTo(status, outcome))
        {
            step(report).Fact();
        }

        Assert.Equal(status, report.Status);
        return report;
    }

    /// <summary>The fact of a move that must not be refused.</summary>
    public static ReportFact Fact(this Outcome<ReportFact> moved) => Assert.IsType<Outcome<ReportFact>.Done>(moved).Value;

    /// <summary>The reason of a move that must be refused.</summary>
    public static T Refused<T>(this Outcome<ReportFact> moved)
        where T : Refusal => Assert.IsType<T>(Assert.IsType<Outcome<ReportFact>.Refused>(moved).Why);

    /// <summary>Everything that can be seen of a report, written out, so that two moments can be compared.</summary>
    public static string Seen(this Report report) => string.Join('\n', typeof(Report).GetProperties().Select(property =>
        $"{property.Name}: {(property.GetValue(report) is byte[] bytes ? Convert.ToHexString(bytes) : property.GetValue(report))}"));

    private static Func<Report, Outcome<ReportFact>>[] WayTo(ReportStatus status, ReportOutcome outcome)
    {
        Func<Report, Outcome<ReportFact>> offer = report => report.Offer(Actor.System, null, Now);
        Func<Report, Outcome<ReportFact>> accept = report => report.Accept(Kapolsek, Now);
        Func<Report, Outcome<ReportFact>> start = report => report.StartWork(Kapolsek, Now);
        Func<Report, Outcome<ReportFact>> propose = report => report.ProposeResolution(Kapolsek, outcome, LongEnough, Sealed, Now);
        Func<Report, Outcome<ReportFact>> screen = report => report.Screen("tanpa-lokasi", Now);
        return status switch
        {
            ReportStatus.Received => [],
            ReportStatus.Screening => [screen],
            ReportStatus.Offered => [offer],
            ReportStatus.Accepted => [offer, accept],
            ReportStatus.InProgress => [offer, accept, start],
            ReportStatus.Waiting => [offer, accept, report => report.Wait(Kapolsek, Now.AddHours(1), "saksi", Now)],
            ReportStatus.ResolutionProposed => [offer, accept, start, propose],
            ReportStatus.Closed => [offer, accept, start, propose, report => report.Verify(Camat, Now)],
            ReportStatus.Referred => [offer, accept, report => report.Refer(Kapolsek, "bawaslu", Now)],
            ReportStatus.Merged => [screen, report => report.Merge(Koordinator, Sealed, Now)],
            ReportStatus.Quarantined => [screen, report => report.Quarantine(Koordinator, Sealed, Now)],
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
    }
}
