using System.Globalization;
using System.Text.RegularExpressions;
using Kentongan.Domain.Reports;
using Kentongan.Tests;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Every figure opens the list behind it (policy 6, 7): none stands on a page that opens nothing.</summary>
public sealed partial class BareCountTests
{
    /// <summary>On every page there is, also one that is added tomorrow: a number that stands alone is a link, or named below as no count of reports.</summary>
    [Theory, MemberData(nameof(TestDatabases.Both), MemberType = typeof(TestDatabases))]
    public async Task No_page_shows_a_count_that_opens_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor", new() { ["Regions:Directory"] = Path.Combine(Jepara.Root, "regions") });
        await FigureLinkTests.FillAMonthAsync(office.Desk);
        await office.Desk.FileAsync(Desk.Filing("narkoba.peredaran", story: "Ada yang menjual pil di warung."));
        await WaitAsync(office.Desk);
        var number = (await office.Desk.ReportAsync(await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress))).CaseNumber;
        var coordinator = await office.SignInAsync("koordinator");
        var pages = OfficeAddresses.PagesFor("officer", "case", "reader", "coordinator").Where(page => page != "/bulanan/umum") // handed out; what is behind it is not
            .Select(page => page.Replace("{nomor}", number, StringComparison.Ordinal).Replace("{kursi}", "danramil", StringComparison.Ordinal)
                .Replace("{id:guid}", $"{office.Desk["kapolsek"].Value:N}", StringComparison.Ordinal));

        var bare = new List<string>();
        foreach (var page in pages.Concat(["/daftar?antrean=terlambat", "/bulanan?bulan=2026-09", "/peta?kec=33.20.01"]))
        {
            var answer = await coordinator.GetAsync(page);
            Assert.Equal((page, 200), (page, answer.Status));
            bare.AddRange(BareCounts().Matches(Inside().Replace(answer.Words, "")).Select(found => $"{page.Split('?')[0]} {found.Groups[1].Value}"));
        }

        string[] others = ["/sistem Percobaan", "/bulanan Peringkat", "/bulanan Peringkat yang mungkin", "/retensi Bukti", "/retensi Percakapan"]; // of one line each
        Assert.Empty(bare.Except(others));
    }

    /// <summary>Whom it is for and what case it is about; of what goes to a resident nothing but the day.</summary>
    [Theory, MemberData(nameof(TestDatabases.Both), MemberType = typeof(TestDatabases))]
    public async Task Every_letter_that_waits_is_listed_behind_its_figure(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        var number = await WaitAsync(office.Desk);
        var words = (await (await office.SignInAsync("auditor")).GetAsync("/sistem")).Words;

        var says = int.Parse(Held().Match(words).Groups[1].Value, CultureInfo.InvariantCulture);
        var list = HeldList().Match(words).Value;

        Assert.Equal(says, list.Split("<tr><th scope=\"row\">").Length - 1);
        Assert.Contains($"/kasus/{number}", list, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">16-09-2026</th><td data-label=\"Jenis\">kabar baru</td><td data-label=\"Untuk\">pelapor</td><td data-label=\"Nomor kasus\" class=\"dash\">", list, StringComparison.Ordinal);
        Assert.DoesNotContain("bantuan", list, StringComparison.OrdinalIgnoreCase); // policy 5.7
    }

    /// <summary>A report whose cards, and news of which to the resident, wait for ten minutes; beside a letter about help.</summary>
    private static async Task<string> WaitAsync(Desk desk)
    {
        var report = await desk.ReportAsync(await desk.FileAsync(Priority.P1));
        var due = desk.Clock.Now.ToUnixTimeMilliseconds();
        await desk.CommitAsync(unit =>
        {
            unit.Db.Outbox.Add(new OutboxRow { Kind = OutboxKind.Nudge, Report = report.Id, Priority = OutboxPriority.Normal, DueAt = due });
            unit.Db.Outbox.Add(new OutboxRow { Kind = OutboxKind.HelpNotice, Officer = desk["camat"], Priority = OutboxPriority.Normal, DueAt = due, Body = "{}" });
            return Task.CompletedTask;
        });
        desk.Clock.Now += TimeSpan.FromMinutes(10);
        return report.CaseNumber;
    }

    /// <summary>What a link says is looked at by <see cref="FigureLinkTests"/>.</summary>
    [GeneratedRegex("<a [^>]*>.*?</a>", RegexOptions.Singleline)]
    private static partial Regex Inside();

    [GeneratedRegex("<td data-label=\"([^\"]*)\"[^>]*>\\s*(?:<span[^>]*>)?\\s*[1-9][0-9]*\\s*(?:</span>)?\\s*</td>|<dd>\\s*[1-9][0-9]*\\s*</dd>|<b class=\"count\">\\s*[1-9][0-9]*")]
    private static partial Regex BareCounts();

    [GeneratedRegex("<a href=\"#tertahan\">(\\d+)</a>")]
    private static partial Regex Held();

    [GeneratedRegex("<section id=\"tertahan\">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex HeldList();
}
