using System.Text.RegularExpressions;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Forged, replayed, foreign and guessed requests are answered alike, with nothing, and audited (threat-model 5).</summary>
public sealed partial class RequestTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_form_without_the_hidden_field_of_our_page_does_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var kapolsek = await office.SignInAsync("kapolsek");

        var answer = await kapolsek.PostAsync($"/kasus/{report.CaseNumber}", ("tindakan", "Accept"), ("versi", $"{report.Version}"));

        Assert.Equal(404, answer.Status);
        Assert.Equal(ReportStatus.Offered, (await office.Desk.ReportAsync(report.Id)).Status);
        Assert.Equal("kapolsek NotFound form", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task From_a_page_that_answers_a_form_one_comes_back_to_one_that_is_there()
    {
        await using var office = await Office.OpenAsync();
        await office.Desk.FileAsync(Priority.P1);
        var coordinator = await office.SignInAsync("koordinator");

        var preview = await coordinator.SendAsync("/daftar", "/daftar/banyak", ("tindakan", "Offer"));
        var english = await coordinator.PostAsync("/bahasa", ("__RequestVerificationToken", Visitor.TokenIn(preview.Text)), ("bahasa", "en"), ("ke", BackTo().Match(preview.Text).Groups[1].Value));

        Assert.Equal("/daftar", english.To);
    }

    [Fact]
    public async Task Single_letters_can_be_switched_off_and_on_again()
    {
        await using var office = await Office.OpenAsync();
        var camat = await office.SignInAsync("camat");

        var off = await camat.SendAsync("/papan", "/pintasan", ("pintasan", "mati"), ("ke", "/daftar"));
        var page = await camat.GetAsync("/papan");
        await camat.SendAsync("/papan", "/pintasan", ("pintasan", "hidup"));

        Assert.Equal("/daftar", off.To);
        Assert.Contains("data-keys=\"off\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-keys", (await camat.GetAsync("/papan")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"ke\" value=\"([^\"]+)\"")]
    private static partial Regex BackTo();

    [Theory, MemberData(nameof(Both))]
    public async Task The_hidden_field_of_somebody_else_does_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var (camat, kapolsek) = (await office.SignInAsync("camat"), await office.SignInAsync("kapolsek"));
        var token = Visitor.TokenIn((await camat.GetAsync("/papan")).Text);

        var answer = await kapolsek.PostAsync(
            $"/kasus/{report.CaseNumber}", ("__RequestVerificationToken", token), ("tindakan", "Accept"), ("versi", $"{report.Version}"));

        Assert.Equal(404, answer.Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_form_sent_twice_acts_once(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var kapolsek = await office.SignInAsync("kapolsek");
        (string, string)[] form =
        [
            ("__RequestVerificationToken", Visitor.TokenIn((await kapolsek.GetAsync("/papan")).Text)), ("tindakan", "Accept"), ("versi", $"{report.Version}"),
        ];

        var (first, second) = (await kapolsek.PostAsync($"/kasus/{report.CaseNumber}", form), await kapolsek.PostAsync($"/kasus/{report.CaseNumber}", form));

        Assert.Equal((302, 409), (first.Status, second.Status));
        Assert.Single(await office.Desk.FactsAsync(report.Id), fact => fact.Action == ReportAction.Accept);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_seat_of_another_kecamatan_and_a_made_up_number_get_the_same_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var foreign = await office.SignInAsync("kapolsek/02");
        foreach (var number in new[] { report.CaseNumber, "222-222", "x" })
        {
            Assert.Equal(404, (await foreign.GetAsync($"/kasus/{number}")).Status);
            Assert.Equal(404, (await foreign.GetAsync($"/kasus/{number}/bukti/1")).Status);
            Assert.Equal(404, (await foreign.SendAsync("/papan", $"/kasus/{number}", ("tindakan", "Accept"), ("versi", $"{report.Version}"))).Status);
            Assert.Equal(404, (await foreign.SendAsync("/papan", $"/kasus/{number}/tanya", ("teks", "Di mana?"))).Status);
        }

        Assert.Equal(ReportStatus.Offered, (await office.Desk.ReportAsync(report.Id)).Status);
        Assert.All((await office.AuditAsync()).Where(line => !line.Contains("SignedIn", StringComparison.Ordinal)), line => Assert.StartsWith("kapolsek/02 NotFound", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_learns_only_where_the_door_is()
    {
        await using var office = await Office.OpenAsync();
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var stranger = office.Visit();
        foreach (var path in new[] { "/papan", "/daftar", $"/kasus/{report.CaseNumber}", "/kasus/222-222", "/sesi", "/tidak-ada", "/papan/berubah" })
        {
            var answer = await stranger.GetAsync(path);
            Assert.Equal((302, "/masuk?ke=" + Uri.EscapeDataString(path), ""), (answer.Status, answer.To, answer.Text));
        }
    }

    /// <summary>A log that warns of every page hides what matters.</summary>
    [Fact]
    public async Task A_page_is_shown_without_a_word_in_the_log()
    {
        await using var office = await Office.OpenAsync();
        await office.Desk.FileAsync(Priority.P1);
        var camat = await office.SignInAsync("camat");

        await camat.GetAsync("/papan"); // the first makes the keys of cookies, and says so
        office.Warnings.Lines.Clear();

        foreach (var path in new[] { "/papan", "/daftar", "/angka", "/sesi" })
        {
            Assert.Equal(200, (await camat.GetAsync(path)).Status);
        }

        Assert.Empty(office.Warnings.Lines);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_others_out()
    {
        await using var office = await Office.OpenAsync();
        var (stranger, camat) = (office.Visit(), await office.SignInAsync("camat"));
        Answer[] answers =
        [
            await stranger.GetAsync("/masuk"), await stranger.GetAsync("/papan"), await stranger.PostAsync("/masuk"), await camat.GetAsync("/papan"),
            await camat.GetAsync("/kasus/222-222"), await camat.GetAsync("/tidak-ada"),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Contains("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Equal("", answer.Header("Server"));
        });
    }

    [Fact]
    public async Task A_page_asks_nobody_else_for_anything()
    {
        await using var office = await Office.OpenAsync();
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));
        var camat = await office.SignInAsync("camat");
        foreach (var path in new[] { "/masuk", "/papan", "/daftar", $"/kasus/{report.CaseNumber}" })
        {
            var page = (await camat.GetAsync(path)).Text;
            Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", page);
            Assert.DoesNotMatch("<(style|script)>| style=| on[a-z]+=", page);
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_other_sites_and_pinned_under_https()
    {
        await using var office = await Office.OpenAsync(settings: new() { ["Web:PublicUrl"] = "https://kentongan.example" });

        var cookie = (await office.Visit().GetAsync("/masuk")).Header("Set-Cookie");

        Assert.Contains("__Host-kentongan-masuk=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Viewing_a_case_is_audited()
    {
        await using var office = await Office.OpenAsync();
        var report = await office.Desk.ReportAsync(await office.Desk.FileAsync(Priority.P1));

        await (await office.SignInAsync("kapolsek")).GetAsync($"/kasus/{report.CaseNumber}");

        Assert.Equal($"kapolsek CaseViewed {report.CaseNumber}", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Officers_read_a_part_of_the_day_unless_it_is_urgent_and_the_coordinator_the_minute()
    {
        await using var office = await Office.OpenAsync();
        var calm = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("trantibum.antarwarga")))).CaseNumber;
        var urgent = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("trantibum.tawuran")))).CaseNumber;
        var (camat, coordinator) = (await office.SignInAsync("camat"), await office.SignInAsync("koordinator"));

        Assert.Contains("16-09-2026 pagi", (await camat.GetAsync($"/kasus/{calm}")).Words, StringComparison.Ordinal);
        Assert.Contains("<dd>16-09-2026 10:00", (await camat.GetAsync($"/kasus/{urgent}")).Words, StringComparison.Ordinal);
        Assert.Contains("<dd>16-09-2026 10:00", (await coordinator.GetAsync($"/kasus/{calm}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("16-09-2026 10:00", (await camat.GetAsync("/daftar?jenis=trantibum&prioritas=P2")).Words, StringComparison.Ordinal);
    }
}
