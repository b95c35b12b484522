using System.Net;
using Kentongan.Domain.Reports;
using Kentongan.Tests;
using Kentongan.Triage.Tests.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>
/// Every address of the back office, taken from the program itself so that a new one cannot be forgotten: forged, foreign and guessed
/// requests get the same nothing and are audited (threat-model 5).
/// </summary>
public sealed class EndpointTests
{
    private static readonly List<(string Who, string Method, string Path)> Rows = [.. OfficeAddresses.All.Select(one => (one.Who, one.Method, one.Path))];

    [Fact]
    public async Task Every_address_is_in_the_table_and_only_those_of_the_door_are_open_to_strangers()
    {
        await using var office = await Office.OpenAsync();

        var there = Addresses(office).ToList();

        Assert.Equal(Rows.Select(row => $"{row.Method} {row.Path}").Order(StringComparer.Ordinal), there.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            Rows.Where(row => row.Who == "stranger").Select(row => $"{row.Method} {row.Path}").Order(StringComparer.Ordinal),
            there.Where(one => one.IsOpen).Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_door_from_everywhere_and_nothing_happens()
    {
        await using var office = await Office.OpenAsync();
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        var stranger = office.Visit();
        foreach (var (_, method, path) in Rows.Where(row => row.Who != "stranger"))
        {
            var answer = method == "GET" ? await stranger.GetAsync(Filled(path, number)) : await stranger.PostAsync(Filled(path, number), ("tindakan", "Accept"));
            Assert.Equal((path, 302, true, ""), (path, answer.Status, answer.To!.StartsWith("/masuk", StringComparison.Ordinal), answer.Text));
        }

        Assert.Equal(0, await office.Desk.ReadAsync(db => db.AuditLog.CountAsync(row => row.Officer != null)));
    }

    [Fact]
    public async Task A_forged_form_gets_the_same_nothing_everywhere_and_is_audited()
    {
        await using var office = await Office.OpenAsync();
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1))).CaseNumber;
        var coordinator = await office.SignInAsync("koordinator");
        foreach (var (_, _, path) in Rows.Where(row => row.Method == "POST"))
        {
            var answer = await coordinator.PostAsync(Filled(path, number), ("tindakan", "Accept"), ("nama", "X"));
            Assert.Equal((path, 404), (path, answer.Status));
            Assert.Contains("Halaman ini tidak ada, atau bukan untuk Anda", answer.Words, StringComparison.Ordinal);
            Assert.Equal("koordinator NotFound form", (await office.AuditAsync())[^1]);
        }
    }

    [Fact]
    public async Task A_foreign_case_and_a_guessed_one_are_the_same_nothing_everywhere_and_audited()
    {
        await using var office = await Office.OpenAsync();
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var foreign = await office.SignInAsync("kapolsek/02");
        foreach (var (_, method, path) in Rows.Where(row => row.Who == "case"))
        {
            var answers = new List<(int, string)>();
            foreach (var number in new[] { report.CaseNumber, "222-222", "x" })
            {
                var answer = await AskAsync(foreign, method, Filled(path, number), report.Version);
                answers.Add((answer.Status, System.Text.RegularExpressions.Regex.Replace(answer.Text, "(value|action)=\"[^\"]*\"", "")));
                Assert.Equal("kapolsek/02 NotFound case", (await office.AuditAsync())[^1]);
            }

            Assert.Equal((path, 404, 1), (path, answers[0].Item1, answers.Distinct().Count()));
        }

        Assert.Equal(report.Version, (await office.Desk.ReportAsync(report.Id)).Version);
    }

    [Fact]
    public async Task Pages_of_the_office_are_nothing_to_an_officer_and_its_forms_nothing_to_an_auditor()
    {
        await using var office = await Office.OpenAsync(crew: Desk.Usual + " auditor");
        var people = (Officer: await office.SignInAsync("camat"), Auditor: await office.SignInAsync("auditor"));
        foreach (var (who, method, path) in Rows.Where(row => row.Who is "reader" or "coordinator"))
        {
            var filled = Filled(path, "222-222").Replace(Guid.Empty.ToString(), office.Desk["kapolsek"].Value.ToString(), StringComparison.Ordinal);
            Assert.Equal((path, 404), (path, (await AskAsync(people.Officer, method, filled, 1)).Status));
            Assert.StartsWith("camat NotFound", (await office.AuditAsync())[^1], StringComparison.Ordinal);
            if (who == "coordinator")
            {
                Assert.Equal((path, 404), (path, (await AskAsync(people.Auditor, method, filled, 1)).Status));
            }
        }

        Assert.DoesNotContain(await office.AuditAsync(), line => line.Contains("Administered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_in_is_limited_for_each_address_behind_a_configured_proxy_alone()
    {
        await using var behind = await Office.OpenAsync(settings: new() { ["Web:Proxies"] = "127.0.0.1" });
        await using var bare = await Office.OpenAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await KnockAsync(behind, 13, _ => "203.0.113.7"));
        Assert.Equal([HttpStatusCode.OK], await KnockAsync(behind, 1, _ => "203.0.113.8"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], await KnockAsync(bare, 13, knock => $"203.0.113.{knock}")); // whoever makes up a header
    }

    private static async Task<List<HttpStatusCode>> KnockAsync(Office office, int times, Func<int, string> from)
    {
        using var http = new HttpClient { BaseAddress = office.Address };
        var answers = new List<HttpStatusCode>();
        for (var knock = 1; knock <= times; knock++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/masuk");
            request.Headers.Add("X-Forwarded-For", from(knock));
            using var answer = await http.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return [.. answers.Distinct()];
    }

    private static Task<Answer> AskAsync(Visitor visitor, string method, string path, int version) => method == "GET"
        ? visitor.GetAsync(path)
        : visitor.SendAsync("/papan", path, ("tindakan", "Accept"), ("versi", $"{version}"), ("teks", "Di mana?"), ("kasus", "222-222"));

    private static string Filled(string path, string number) => path
        .Replace("{nomor}", number, StringComparison.Ordinal).Replace("{kursi}", "danramil", StringComparison.Ordinal).Replace("{ke:int}", "1", StringComparison.Ordinal)
        .Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{jabatan:guid}", Guid.Empty.ToString(), StringComparison.Ordinal);

    private static IEnumerable<(string Name, bool IsOpen)> Addresses(Office office) =>
        from endpoint in office.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!
        where !path.StartsWith("/aset/", StringComparison.Ordinal) && !path.StartsWith("{**", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select ($"{method} {path}", endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);
}
