using System.Text.RegularExpressions;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Sessions are short, listed, ended one by one, and over with the office (threat-model 5).</summary>
public sealed partial class SessionTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_session_of_a_removed_officer_is_dead_at_once(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var camat = await office.SignInAsync("camat");
        Assert.Equal(200, (await camat.GetAsync("/papan")).Status);

        await office.Desk.CommitAsync(unit => office.Desk.Get<Invitations>().RemoveAsync(unit, office.Desk["camat"]));

        Assert.Equal("/masuk?ke=%2Fpapan", (await camat.GetAsync("/papan")).To);
    }

    [Fact]
    public async Task A_session_ends_after_ten_hours_and_after_three_quarters_of_an_hour_of_silence()
    {
        await using var office = await Office.OpenAsync();
        var options = office.Get<WebOptions>();
        var (busy, silent) = (await office.SignInAsync("camat"), await office.SignInAsync("camat"));
        var end = office.Desk.Clock.Now + options.Session;

        while (office.Desk.Clock.Now + TimeSpan.FromMinutes(40) < end)
        {
            office.Desk.Clock.Now += TimeSpan.FromMinutes(40);
            Assert.Equal(200, (await busy.GetAsync("/sesi")).Status);
        }

        Assert.Equal(302, (await silent.GetAsync("/sesi")).Status);
        office.Desk.Clock.Now = end;
        Assert.Equal(302, (await busy.GetAsync("/sesi")).Status);
    }

    [Fact]
    public async Task One_sees_ones_own_sessions_and_ends_another()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.SignInAsync("camat"), await office.SignInAsync("camat"));
        await office.SignInAsync("kapolsek");
        var rows = (await here.GetAsync("/sesi")).Text.Split("<tr>").Where(row => Sessions().IsMatch(row)).ToList();
        Assert.Equal(2, rows.Count); // not the kapolsek's

        await here.SendAsync("/sesi", "/sesi", ("sesi", Sessions().Match(Assert.Single(rows, row => !row.Contains("(peramban ini)", StringComparison.Ordinal))).Groups[1].Value));

        Assert.Equal((302, 200), ((await there.GetAsync("/papan")).Status, (await here.GetAsync("/papan")).Status));
        Assert.Equal("camat SessionRevoked Test", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var office = await Office.OpenAsync();
        var (camat, kapolsek) = (await office.SignInAsync("camat"), await office.SignInAsync("kapolsek"));
        var id = Sessions().Match((await camat.GetAsync("/sesi")).Text).Groups[1].Value;

        await kapolsek.SendAsync("/sesi", "/sesi", ("sesi", id));

        Assert.Equal(200, (await camat.GetAsync("/papan")).Status);
    }

    [Fact]
    public async Task Leaving_ends_the_session_for_good()
    {
        await using var office = await Office.OpenAsync();
        var camat = await office.SignInAsync("camat");
        var cookie = camat.Cookie("kentongan")!;

        Assert.Equal("/masuk", (await camat.SendAsync("/papan", "/keluar")).To);

        var replayed = office.Visit();
        replayed.SetCookie("kentongan", cookie);
        Assert.Equal(302, (await replayed.GetAsync("/papan")).Status);
    }

    [Fact]
    public async Task What_has_had_its_day_is_swept()
    {
        await using var office = await Office.OpenAsync();
        await office.SignInAsync("camat");
        await office.Visit().GetAsync("/masuk");
        office.Desk.Clock.Now += TimeSpan.FromDays(40);

        await office.Desk.RunAsync<SweepTraces>();

        Assert.Equal(0, await office.Desk.ReadAsync(db => db.WebSessions.CountAsync()));
        Assert.Equal(0, await office.Desk.ReadAsync(db => db.SignIns.CountAsync()));
    }

    [GeneratedRegex("name=\"sesi\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Sessions();
}
