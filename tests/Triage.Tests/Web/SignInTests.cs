using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web;
using Kentongan.Triage.Web.SignIn;

namespace Kentongan.Triage.Tests.Web;

/// <summary>A secret from the bot works once, for five minutes, in the browser that asked (threat-model 5).</summary>
public sealed partial class SignInTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_types_the_digits_in_the_browser_that_asked_is_in(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = office.Visit();
        var granted = await GrantAsync(office, "camat", CodeIn(await browser.GetAsync("/masuk")));

        var entered = await PostWithTokenAsync(browser, "/masuk", ("angka", granted.Digits!), ("ke", "/daftar"));

        Assert.Equal((302, "/daftar"), (entered.Status, entered.To));
        Assert.Equal(200, (await browser.GetAsync("/papan")).Status);
        Assert.Equal("camat SignedIn ? · ?", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await using var office = await Office.OpenAsync();
        var (first, second) = (office.Visit(), office.Visit());
        var granted = await GrantAsync(office, "camat", null);

        Assert.Equal("/papan", (await first.SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link))).To);
        var again = await second.SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link));

        Assert.Equal((404, null), (again.Status, again.To));
        Assert.Equal("? SignInRefused", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task A_preview_that_fetches_the_link_does_not_use_it_up()
    {
        await using var office = await Office.OpenAsync();
        var granted = await GrantAsync(office, "camat", null);

        await office.Visit().GetAsync("/masuk/" + granted.Link);

        Assert.Equal("/papan", (await office.Visit().SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link))).To);
    }

    [Fact]
    public async Task After_five_minutes_neither_link_nor_digits_work()
    {
        await using var office = await Office.OpenAsync();
        var browser = office.Visit();
        var granted = await GrantAsync(office, "camat", CodeIn(await browser.GetAsync("/masuk")));
        office.Desk.Clock.Now += SignIns.Validity;

        Assert.Equal(404, (await PostWithTokenAsync(browser, "/masuk", ("angka", granted.Digits!))).Status);
        Assert.Equal(404, (await browser.SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link))).Status);
    }

    [Fact]
    public async Task A_code_that_is_older_than_five_minutes_is_not_granted()
    {
        await using var office = await Office.OpenAsync();
        var code = CodeIn(await office.Visit().GetAsync("/masuk"));
        office.Desk.Clock.Now += SignIns.Validity;

        var answer = await office.Desk.CommitAsync(unit => office.Desk.Get<SignIns>().GrantAsync(unit, office.Desk["camat"], code));

        Assert.IsType<Refusal.Stale>(Assert.IsType<Outcome<SignInGranted>.Refused>(answer).Why);
    }

    [Fact]
    public async Task What_one_browser_asked_for_lets_no_other_in()
    {
        await using var office = await Office.OpenAsync();
        var (asked, other) = (office.Visit(), office.Visit());
        var granted = await GrantAsync(office, "camat", CodeIn(await asked.GetAsync("/masuk")));
        await other.GetAsync("/masuk");

        Assert.Equal(404, (await PostWithTokenAsync(other, "/masuk", ("angka", granted.Digits!))).Status);
        Assert.Equal(404, (await other.SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link))).Status);
        Assert.Equal("/papan", (await PostWithTokenAsync(asked, "/masuk", ("angka", granted.Digits!))).To);
    }

    [Fact]
    public async Task Whoever_talks_an_officer_into_sending_a_foreign_code_gets_nothing_from_the_link()
    {
        await using var office = await Office.OpenAsync();
        var (thief, officer) = (office.Visit(), office.Visit());
        var granted = await GrantAsync(office, "koordinator", CodeIn(await thief.GetAsync("/masuk"))); // the thief's code, sent by the officer

        var followed = await officer.SendAsync("/masuk/" + granted.Link, "/masuk/tautan", ("tautan", granted.Link));

        Assert.Equal(404, followed.Status); // the officer's browser did not ask
        Assert.Equal("/masuk?ke=%2Fpapan", (await thief.GetAsync("/papan")).To); // and the thief has neither link nor digits
    }

    [Fact]
    public async Task Digits_can_be_guessed_five_times_and_then_even_the_right_ones_fail()
    {
        await using var office = await Office.OpenAsync();
        var signIns = office.Desk.Get<SignIns>();
        var asked = await office.Desk.CommitAsync(unit => Task.FromResult(signIns.Ask(unit)));
        var granted = await GrantAsync(office, "camat", asked.Code);
        var wrong = granted.Digits == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<Outcome<string>.Refused>(await TypeAsync(wrong));
        }

        Assert.IsType<Outcome<string>.Refused>(await TypeAsync(granted.Digits!));

        Task<Outcome<string>> TypeAsync(string digits) =>
            office.Desk.CommitAsync(unit => signIns.TypeDigitsAsync(unit, digits, asked.Nonce, "Test", office.Get<WebOptions>()));
    }

    [Fact]
    public async Task Whoever_holds_no_seat_gets_no_link()
    {
        await using var office = await Office.OpenAsync();
        await office.Desk.CommitAsync(unit => office.Desk.Get<Invitations>().RemoveAsync(unit, office.Desk["camat"]));

        var answer = await office.Desk.CommitAsync(unit => office.Desk.Get<SignIns>().GrantAsync(unit, office.Desk["camat"], null));

        Assert.IsType<Outcome<SignInGranted>.Refused>(answer);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/masuk/abc")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_on_never_leads_out_of_the_house(string to)
    {
        await using var office = await Office.OpenAsync();
        var browser = office.Visit();
        var granted = await GrantAsync(office, "camat", CodeIn(await browser.GetAsync("/masuk")));

        Assert.Equal("/papan", (await PostWithTokenAsync(browser, "/masuk", ("angka", granted.Digits!), ("ke", to))).To);
        Assert.Equal("/papan", (await browser.SendAsync("/papan", "/bahasa", ("bahasa", "en"), ("ke", to))).To);
    }

    [Fact]
    public async Task Trying_too_often_is_answered_with_wait()
    {
        await using var office = await Office.OpenAsync();
        var browser = office.Visit();
        var last = 0;
        for (var i = 0; i < 13; i++)
        {
            last = (await browser.GetAsync("/masuk")).Status;
        }

        Assert.Equal(429, last);
    }

    private static async Task<SignInGranted> GrantAsync(Office office, string officer, string? code) => Assert.IsType<Outcome<SignInGranted>.Done>(
        await office.Desk.CommitAsync(unit => office.Desk.Get<SignIns>().GrantAsync(unit, office.Desk[officer], code))).Value;

    /// <summary>With the hidden field of a page that does not ask for a new code.</summary>
    private static async Task<Answer> PostWithTokenAsync(Visitor browser, string path, params (string, string)[] fields) =>
        await browser.SendAsync("/masuk/x", path, fields);

    private static string CodeIn(Answer page) => Code().Match(page.Text).Groups[1].Value;

    [GeneratedRegex("/masuk ([A-Z0-9]{6})<")]
    private static partial Regex Code();
}
