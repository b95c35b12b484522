using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;

namespace Kentongan.Bench.Pages;

/// <summary>Invents the life of one report after another: three years, evenings more than mornings, a few desa more than others, nearly all closed.</summary>
internal sealed class InventedPast(
    Jurisdiction jurisdiction, ReportVault vault, IReadOnlyDictionary<(string Seat, string Kecamatan), OfficerId> seats, DateTimeOffset now, int reports)
{
    private const double Days = 3 * 365;

    private static readonly string[] Triad = ["kapolsek", "camat", "danramil"];

    private static readonly ReportOutcome[] Outcomes =
    [
        ReportOutcome.ActedUpon, ReportOutcome.ActedUpon, ReportOutcome.ActedUpon, ReportOutcome.ActedUpon, ReportOutcome.Prevented,
        ReportOutcome.Unfounded, ReportOutcome.InsufficientInformation, ReportOutcome.OutOfJurisdiction,
    ];

    private readonly Random _random = new(20);
    private readonly HashSet<string> _numbers = [];
    private readonly IReadOnlyList<Subcategory> _kinds = [.. jurisdiction.Programmes.Categories.SelectMany(category => category.Subcategories).Where(kind => !kind.IsHelp)];
    private int _made;

    public void Add(TriageDb db)
    {
        var age = TimeSpan.FromDays(Days * (1 - Math.Sqrt((_made++ + _random.NextDouble()) / reports))); // more of late than at first
        var received = now - age - TimeSpan.FromMinutes(_random.Next(1, 300));
        var kind = _kinds[(int)(_kinds.Count * Math.Pow(_random.NextDouble(), 1.6))];
        var kecamatan = jurisdiction.Kabupaten.Kecamatan[Skewed(jurisdiction.Kabupaten.Kecamatan.Count)];
        var desa = kecamatan.Desa[Skewed(kecamatan.Desa.Count)].Code;
        var story = InventedStory.Tell(_random, kecamatan.Desa[Skewed(kecamatan.Desa.Count)].Name);
        var (id, content) = vault.SealNew(new ReportContent(story, [], null));
        var accused = _random.Next(60) == 0 ? AccusedOffice.Kecamatan : AccusedOffice.None;
        var report = Report.Receive(
            new NewReport(
                id, Number(), Receipt.New(Randomness.Secure).Hash, kind.Code, kind.Priority, Happening.Often, accused,
                _random.Next(50) == 0 ? null : new Place(kecamatan.Code, desa), _random.Next(4) == 0 ? 1 : 0, Timers.For(kind.Priority)),
            received);
        db.Contents.Add(new ContentRow { Report = id, Sealed = content });
        Live(db, report, received, kecamatan.Code.Value, stopsEarly: age < TimeSpan.FromDays(25) && _random.Next(3) > 0);
        db.Reports.Add(report);
    }

    private void Live(TriageDb db, Report report, DateTimeOffset at, string kecamatan, bool stopsEarly)
    {
        var (lead, other) = (_random.Next(5) == 0 ? "camat" : "kapolsek", "danramil");
        var (leads, looks) = (Actor.In(lead, seats[(lead, kecamatan)]), Actor.In(other, seats[(other, kecamatan)]));
        var last = stopsEarly ? _random.Next(1, 6) : 6;
        Keep(db, report, report.Offer(Actor.System, null, at += TimeSpan.FromSeconds(1)));
        Cards(db, report, at, kecamatan);
        if (last > 1)
        {
            Keep(db, report, report.Accept(leads, at += Later(20)));
        }

        if (last > 2)
        {
            Keep(db, report, report.StartWork(leads, at += Later(60)));
        }

        if (last > 3)
        {
            Keep(db, report, report.Note(leads, vault.SealText(report.Id, InventedStory.Note(_random))!, at += Later(200)));
        }

        if (last > 4)
        {
            var text = InventedStory.Resolution(_random);
            Keep(db, report, report.ProposeResolution(leads, Outcomes[_random.Next(Outcomes.Length)], text, vault.SealText(report.Id, text)!, at += Later(2000)));
        }

        if (last > 5)
        {
            Keep(db, report, report.Verify(looks, at += Later(600)));
        }
        else
        {
            db.Deadlines.AddRange(DeadlinePlan.For(report, jurisdiction.Local, at).Select(due => new DeadlineRow { Report = report.Id, Kind = due.Kind, DueAt = due.DueAt, Step = due.Step }));
        }
    }

    private void Cards(TriageDb db, Report report, DateTimeOffset at, string kecamatan)
    {
        foreach (var seat in Triad)
        {
            var officer = seats[(seat, kecamatan)];
            db.Cards.Add(new CardRow
            {
                Id = CardRow.NewId(Randomness.Secure), Report = report.Id, Officer = officer, Seat = seat, Kecamatan = new KecamatanCode(kecamatan),
                Part = seat == "kapolsek" ? Part.Lead : Part.Support, Tier = AudienceTier.Full, CreatedAt = at, OfferedAt = at, ReachedAt = at + Later(10), MessageId = _made,
            });
            db.Notifications.Add(new NotificationRow { Report = report.Id, Officer = officer, Kind = "Card", Outcome = "sent", At = at });
        }
    }

    private static void Keep(TriageDb db, Report report, Outcome<ReportFact> moved) =>
        db.Facts.Add(moved is Outcome<ReportFact>.Done(var fact) ? fact : throw new InvalidOperationException($"{report.Status} does not go on."));

    private TimeSpan Later(int minutes) => TimeSpan.FromMinutes(-Math.Log(1 - _random.NextDouble()) * minutes);

    private int Skewed(int count) => (int)(count * Math.Pow(_random.NextDouble(), 1.5));

    private string Number()
    {
        string number;
        do
        {
            number = CaseNumber.New(Randomness.Secure);
        }
        while (!_numbers.Add(number));
        return number;
    }
}
