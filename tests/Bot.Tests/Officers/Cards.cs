using System.Net;
using System.Text.RegularExpressions;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Tests.Conversations;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Tests.Officers;

/// <summary>Reports in every state as officers in every part see them, and the cards drawn from that.</summary>
internal sealed partial class Cards : IDisposable
{
    public static readonly OfficerId Sari = new(new Guid("11111111-1111-4111-8111-111111111111"));
    public static readonly OfficerId Budi = new(new Guid("22222222-2222-4222-8222-222222222222"));

    /// <summary>09:30 local on a Friday.</summary>
    public static readonly DateTimeOffset Received = new(2026, 2, 20, 2, 30, 0, TimeSpan.Zero);

    private static readonly Subcategory Kind = new(
        "miras.penjualan", new Words("Penjualan miras"), Priority.P2, [], [], [], AudienceTier.Ringkas, VillageHeadSees.No, [], null, null, [], false, null, false, false);

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-cards").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public Drawn Draw(CardView view, DateTimeOffset? now = null, CardManner? manner = null, bool coarse = true) => new CardDrawing(
        new LocalTime(Jepara.Wib, new HashSet<DateOnly>()) { CoarseTimes = coarse },
        new CardTokens(new MasterKey(new KeyFiles(Options.Create(new KeysOptions { Directory = _directory }))), TimeProvider.System), manner ?? CardManner.Usual)
        .Draw(view, now ?? Received.AddMinutes(47));

    /// <summary>What Telegram shows of a message in HTML.</summary>
    public static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    public static Report ReportIn(ReportStatus status, Priority priority = Priority.P1, OfficerId? lead = null)
    {
        var report = Report.Receive(
            new NewReport(
                new ReportId(Guid.Empty), "K7Q-4ZM", [], "miras.penjualan", priority, Happening.Often, AccusedOffice.None,
                new Place(new KecamatanCode("33.20.01"), new DesaCode("33.20.01.2001")), 2, Timers.For(priority)),
            Received);
        var coordinator = Actor.In("koordinator", Budi);
        var leader = Actor.In("kapolsek", lead ?? Budi);
        Action[] steps = status switch
        {
            ReportStatus.Received => [],
            ReportStatus.Screening => [() => report.Screen(Router.NoPlace, Received)],
            ReportStatus.Quarantined => [() => report.Screen(Router.NoPlace, Received), () => report.Quarantine(coordinator, [], Received)],
            ReportStatus.Merged => [() => report.Screen(Router.NoPlace, Received), () => report.Merge(coordinator, [], Received)],
            _ =>
            [
                () => report.Offer(Actor.System, null, Received),
                .. status == ReportStatus.Offered ? [] : (Action[])[() => report.Accept(leader, Received.AddMinutes(3))],
                .. status switch
                {
                    ReportStatus.Waiting => [() => report.Wait(leader, Received.AddHours(2), "1 h", Received)],
                    ReportStatus.Referred => [() => report.Refer(leader, "bawaslu", Received)],
                    ReportStatus.InProgress => [() => report.StartWork(leader, Received)],
                    ReportStatus.ResolutionProposed or ReportStatus.Closed =>
                    [
                        () => report.StartWork(leader, Received),
                        () => report.ProposeResolution(leader, ReportOutcome.ActedUpon, new string('x', 40), [], Received),
                        .. status == ReportStatus.Closed ? (Action[])[() => report.Verify(Actor.In("danramil", new OfficerId(Guid.Empty)), Received)] : [],
                    ],
                    _ => (Action[])[],
                },
            ],
        };
        Array.ForEach(steps, step => step());
        Assert.Equal(status, report.Status);
        return report;
    }

    public static CardView ViewOf(
        Report report, Part part = Part.Support, AudienceTier tier = AudienceTier.Full, bool withdrawn = false, string story = "Cerita <rahasia> & lain.", string? resolution = null) => new(
        42,
        Sari,
        1,
        null,
        null,
        report,
        Kind,
        "camat",
        part,
        tier,
        withdrawn,
        "Kedung",
        tier == AudienceTier.Agregat ? null : "Kedungmalang",
        tier == AudienceTier.Full ? [story] : null,
        tier == AudienceTier.Full ? new Coordinates(-6.61, 110.68) : null,
        tier == AudienceTier.Full ? [Jepara.Photo(1), Jepara.Photo(2)] : [],
        tier == AudienceTier.Full ? [(true, "Sebelah mana?"), (false, "Dekat <jembatan>.")] : [],
        resolution ?? (report.Status is ReportStatus.ResolutionProposed or ReportStatus.Closed ? "Sudah ditutup & didata." : null),
        report.Status == ReportStatus.Screening ? Router.NoPlace : null,
        ["kapolsek"]);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
