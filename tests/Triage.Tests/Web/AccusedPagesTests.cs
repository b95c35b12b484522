using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Tests;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Board;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Web;

/// <summary>
/// The accused sit at the desk: every page, list, figure, map, export, record and job of theirs is the same to the byte with reports about them
/// and without, while others work on these (policy 5.4, threat-model 4, row 19).
/// </summary>
public sealed partial class AccusedPagesTests
{
    private const string Crew = Desk.Usual + " auditor inspektorat sipropam";

    private const string Tale = "Botol-botol tuak dijual di belakang balai desa tiap malam Minggu.";

    public static TheoryData<StoreProvider, AccusedOffice, string> Accused => new(
        from provider in (StoreProvider[])[StoreProvider.Sqlite, StoreProvider.Postgres]
        from pair in ((AccusedOffice, string)[])
        [
            (AccusedOffice.Polsek, "kapolsek kapolsek~"), (AccusedOffice.Koramil, "danramil"),
            (AccusedOffice.Kecamatan, "camat camat~"), (AccusedOffice.Kabupaten, "koordinator camat kapolsek danramil sipropam"),
        ]
        select new TheoryDataRow<StoreProvider, AccusedOffice, string>(provider, pair.Item1, pair.Item2));

    [Theory, MemberData(nameof(Accused))]
    public async Task Every_page_and_file_is_the_same_to_the_byte_without_the_reports(StoreProvider provider, AccusedOffice accused, string seats)
    {
        var with = await SeenAsync(provider, accused, seats);
        var without = await SeenAsync(provider, null, seats);

        Assert.Contains(without, page => page.Value.Contains("CASE-1", StringComparison.Ordinal)); // the harmless ones are seen
        Assert.All(without, page => Assert.Equal((page.Key, page.Value), (page.Key, with[page.Key])));
    }

    /// <summary>A search stops after so many: where it stops must not depend on what it passed over.</summary>
    [Fact]
    public async Task How_much_a_search_looked_through_does_not_tell_either()
    {
        var with = await SearchedAsync(hidden: 60);
        var without = await SearchedAsync(hidden: 0);

        Assert.Equal(without, with);
    }

    private static async Task<string> SearchedAsync(int hidden)
    {
        await using var office = await Office.OpenAsync(crew: Crew);
        var desk = office.Desk;
        for (var number = 0; number < hidden; number++)
        {
            await desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten, story: Tale));
        }

        var numbers = new List<string>();
        for (var number = 0; number < 50; number++)
        {
            desk.Clock.Now = Jepara.At("10:00").AddMinutes(20 + (20 * number));
            numbers.Add((await desk.ReportAsync(await desk.FileAsync(Desk.Filing(story: Tale)))).CaseNumber);
        }

        var koordinator = await office.SignInAsync("koordinator");
        return Plain((await koordinator.SendAsync("/cari", "/cari", ("q", "belakang balai"))).Text, numbers);
    }

    /// <summary>Harmless reports, some alike, up to just below a storm; among them, where an office is given, as many that accuse it and tell the same.</summary>
    private static async Task<Dictionary<string, string>> SeenAsync(StoreProvider provider, AccusedOffice? accused, string seats)
    {
        await using var office = await Office.OpenAsync(provider, Crew, new() { ["Regions:Directory"] = Path.Combine(Jepara.Root, "regions") });
        var desk = office.Desk;
        var (harmless, secret) = (new List<ReportId>(), new List<ReportId>());
        for (var minute = 0; minute < 8; minute++)
        {
            desk.Clock.Now = Jepara.At("10:00").AddMinutes(minute);
            harmless.Add((await desk.FileFromAsync(100 + minute, Desk.Filing(KindOf(minute), story: minute < 2 ? Tale : $"Cerita nomor {minute} tentang hal yang lain sama sekali.")))!.Value);
            if (accused is { } meant)
            {
                secret.Add((await desk.FileFromAsync(200 + minute, Desk.Filing(KindOf(minute), meant, story: minute < 5 ? Tale : $"Rahasia nomor {minute}.")))!.Value);
            }
        }

        if (accused is not null)
        {
            await WorkOnAsync(office, secret);
        }

        Desk.Done(await desk.AcceptAsync("kapolsek", harmless[0]));
        await desk.PassAsync(TimeSpan.FromHours(3));
        desk.Clock.Now = Jepara.At("07:00", 1);
        var runner = desk.Services.GetRequiredService<JobRunner>();
        foreach (var job in JobSchedule.All)
        {
            await runner.RunAsync(job.Job, CancellationToken.None);
        }

        var numbers = new List<string>();
        foreach (var id in harmless)
        {
            numbers.Add((await desk.ReportAsync(id)).CaseNumber);
        }

        var seen = new Dictionary<string, string>();
        foreach (var seat in seats.Split(' '))
        {
            var visitor = await office.SignInAsync(seat);
            foreach (var path in Paths(numbers[0]))
            {
                var answer = await visitor.GetAsync(path);
                seen[$"{seat} {Plain(path, numbers)}"] = $"{answer.Status}\n{Heads(answer)}\n{Plain(answer.Text, numbers)}";
            }

            var viewer = await office.ViewerAsync(seat); // an open board is told of as many changes, at the same ticks
            seen[$"{seat} stream"] = (await desk.ReadAsync(db => BoardChanges.CountAsync(db, viewer, Jepara.At("09:00"), CancellationToken.None))).ToString(CultureInfo.InvariantCulture);

            foreach (var person in (string[])["inspektorat", "auditor", "kapolsek"])
            {
                seen[$"{seat} looks at {person}"] = Plain((await visitor.GetAsync($"/petugas/{office.Desk[person].Value}")).Text, numbers);
            }

            seen[$"{seat} search"] = Plain((await visitor.SendAsync("/cari", "/cari", ("q", "belakang balai"))).Text, numbers);
            seen[$"{seat} search for a number"] = Plain((await visitor.SendAsync("/cari", "/cari", ("q", "-"))).Text, numbers);
            foreach (var book in Books)
            {
                seen[$"{seat} {book}"] = Plain(await SheetsAsync(office, seat, book), numbers);
            }
        }

        return seen;
    }

    /// <summary>Those who may read it do all there is to do with it.</summary>
    private static async Task WorkOnAsync(Office office, List<ReportId> secret)
    {
        var auditor = await office.SignInAsync("auditor");
        foreach (var id in secret)
        {
            await auditor.GetAsync($"/kasus/{(await office.Desk.ReportAsync(id)).CaseNumber}");
        }

        await auditor.GetAsync("/daftar.csv");
        await auditor.SendAsync("/cari", "/cari", ("q", "belakang balai"));
        await auditor.GetAsync("/kasus/ZZZ-ZZZ");
        if ((await office.Desk.ReportAsync(secret[0])).Accused == AccusedOffice.Kabupaten)
        {
            Desk.Done(await office.Desk.TapAsync("auditor", secret[5], (unit, by) => office.Desk.Get<ScreenReport>().OfferAsync(unit, by, null)));
            Desk.Done(await office.Desk.AcceptAsync("inspektorat", secret[5]));
            Desk.Done(await office.Desk.TapAsync("auditor", secret[4], (unit, by) => office.Desk.Get<ScreenReport>().OfferAsync(unit, by, null))); // and nobody answers
        }
    }

    /// <summary>Some of a P3, some whose victims are counted.</summary>
    private static string KindOf(int minute) => Desk.KindOf(minute switch
    {
        6 => Priority.P3,
        7 => Priority.P0,
        _ => Priority.P2,
    });

    private static string[] Paths(string number) =>
    [
        "/papan", "/daftar", "/daftar?antrean=terlambat", "/daftar?status=Screening", "/daftar?jenis=miras", "/peta", "/peta?kec=33.20.01", "/peta?kec=33.20.01&bulan=2026-09",
        "/angka", "/angka?jenis=miras", "/daftar.csv", $"/kasus/{number}", $"/kasus/{number}/sebagai/kapolsek", "/sistem", "/petugas", "/pekerjaan", "/audit?periksa=ya", "/audit", "/kalender", "/operasi", "/retensi", "/daftar/tertunda", "/cuti",
        "/", "/cari", "/pintasan", "/sesi", "/program", "/petugas/wilayah", "/bulanan", "/bulanan?bulan=2026-09", "/bulanan/umum", "/bulanan/umum?bulan=2026-09",
        $"/kasus/{number}/sebagai/pelapor", $"/kasus/{number}/bukti/0", $"/kasus/{number}/bukti/1",
    ];

    private static readonly string[] Books = ["/daftar.xlsx", "/bulanan.xlsx", "/bulanan.xlsx?bulan=2026-09", "/bulanan/umum.xlsx", "/bulanan/umum.xlsx?bulan=2026-09"];

    /// <summary>An address that is added later must be looked at here too.</summary>
    [Fact]
    public void Every_address_that_shows_something_is_looked_at()
    {
        string[] elsewhere = ["/masuk", "/masuk/{tautan}", "/papan/berubah"]; // before anybody is known; BoardStreamTests
        var looked = Paths("CASE-1").Concat(Books).Append("/petugas/6F9619FF-8B86-D011-B42D-00CF4FC964FF").Select(path => path.Split('?')[0]).ToList();

        var forgotten = OfficeAddresses.All.Where(one => one.Method == "GET" && !elsewhere.Contains(one.Path)).Select(one => one.Path)
            .Where(address => !looked.Exists(path => Regex.IsMatch(path, $"^{Regex.Replace(address, "{[^}]+}", "[^/]+")}$")));

        Assert.Empty(forgotten);
    }

    private static async Task<string> SheetsAsync(Office office, string seat, string book)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = office.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, book);
        request.Headers.Add("Cookie", $"kentongan={(await office.SignInAsync(seat)).Cookie("kentongan")}");
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            return $"{(int)answer.StatusCode}"; // the month is for readers
        }

        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year)); // no clock of ours
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var part = new StreamReader(entry.Open(), Encoding.UTF8);
            text.AppendLine(entry.FullName).AppendLine(await part.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <summary>Every header, tags and lengths too, but for the moment and for what is random in cookies.</summary>
    private static string Heads(Answer answer) => string.Join('\n', answer.Headers.Concat(answer.Content)
        .Where(header => header.Key != "Date")
        .Select(header => $"{header.Key}: {(header.Key == "Set-Cookie" ? CookieValue().Replace(string.Join('\n', header.Value), "=") : string.Join(", ", header.Value))}")
        .Order(StringComparer.Ordinal));

    /// <summary>Case numbers, ids and what is made of them are random, and more was drawn in one of the two; forms carry keys of their own.</summary>
    private static string Plain(string text, List<string> numbers)
    {
        foreach (var (number, index) in numbers.Select((number, index) => (number, index)))
        {
            text = text.Replace(number, $"CASE-{index + 1}", StringComparison.OrdinalIgnoreCase);
        }

        return Random().Replace(text, "");
    }

    [GeneratedRegex("(?<=^[^;=]+)=[^;]+", RegexOptions.Multiline)]
    private static partial Regex CookieValue();

    [GeneratedRegex("value=\"[^\"]{60,}\"|name=\"serupa\" value=\"[0-9]+\"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Random();
}
