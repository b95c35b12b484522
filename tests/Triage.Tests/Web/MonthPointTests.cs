using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Months;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Decisions asked and actions with owners, carried from month to month (policy 7).</summary>
public sealed class MonthPointTests
{
    private const string Ask = "Perpanjang patroli gabungan malam Minggu", Do = "Razia warung di jalur pantai";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_open_is_carried_into_the_next_month_and_what_is_done_is_told_once_more_and_no_longer(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual);
        var coordinator = await office.SignInAsync("koordinator");
        await WriteAsync(coordinator, "Decision", Ask, "Bupati", "");
        await WriteAsync(coordinator, "Action", Do, "Kasatpol PP", "2026-10-20");
        office.Desk.Clock.Now += TimeSpan.FromDays(30); // October
        coordinator = await office.SignInAsync("koordinator");

        var october = (await coordinator.GetAsync("/bulanan?bulan=2026-10")).Words;
        var done = (await PointsAsync(office, 10)).Single(point => point.Kind == MonthPointKind.Decision);
        var moved = await coordinator.SendAsync("/bulanan?bulan=2026-10", $"/bulanan/butir/{done.Id}", ("keadaan", "Done"), ("bulan", "2026-10"));
        office.Desk.Clock.Now += TimeSpan.FromDays(31); // November

        Assert.Equal("/bulanan?bulan=2026-10&selesai#butir", moved.To);
        Assert.Contains("sejak Sep 2026", october, StringComparison.Ordinal);
        Assert.Equal([Do, Ask], (await PointsAsync(office, 10)).Select(point => point.Text));
        Assert.Equal([Do], (await PointsAsync(office, 11)).Select(point => point.Text));
        Assert.Equal([Do, Ask], (await PointsAsync(office, 9)).Select(point => point.Text));
        Assert.Equal((MonthPointState.Done, new DateOnly(2026, 10, 16)), (await PointsAsync(office, 10)).Where(point => point.Text == Ask).Select(point => (point.State, point.EndedOn!.Value)).Single());
        Assert.True((await PointsAsync(office, 11)).Single().IsLate(new DateOnly(2026, 11, 16)));
    }

    [Fact]
    public async Task Each_change_is_audited_without_a_word_of_it_and_the_store_holds_no_word_either()
    {
        await using var office = await Office.OpenAsync();
        var coordinator = await office.SignInAsync("koordinator");
        await WriteAsync(coordinator, "Action", Do, "Kasatpol PP", "2026-10-20");
        var point = (await PointsAsync(office, 9)).Single();
        await coordinator.SendAsync("/bulanan?bulan=2026-09", $"/bulanan/butir/{point.Id}", ("keadaan", "Dropped"), ("tenggat", "2026-11-01"), ("bulan", "2026-09"));

        var rows = await office.Desk.ReadAsync(db => db.MonthPoints.AsNoTracking().ToListAsync());

        Assert.Equal(
            [$"koordinator Administered month-point action {point.Id:N}", $"koordinator Administered month-point dropped {point.Id:N}"],
            (await office.AuditAsync()).Where(line => line.Contains("month-point", StringComparison.Ordinal)));
        Assert.Equal(new DateOnly(2026, 11, 1), rows.Single().Due);
        Assert.Equal(-1, rows.Single().Sealed.AsSpan().IndexOf("Razia"u8));
    }

    [Theory]
    [InlineData("Action", "Pendek", "Camat", "2026-10-20")]
    [InlineData("Action", Do, "", "2026-10-20")]
    [InlineData("Action", Do, "Camat", "")]
    [InlineData("Decision", "Lihat keterangan di t.me/contoh ya", "Bupati", "")]
    [InlineData("Wish", Do, "Bupati", "")]
    public async Task What_is_too_short_has_no_owner_no_day_or_a_link_is_not_kept(string kind, string text, string owner, string due)
    {
        await using var office = await Office.OpenAsync();
        var coordinator = await office.SignInAsync("koordinator");

        var answer = await WriteAsync(coordinator, kind, text, owner, due);

        Assert.Equal("/bulanan?bulan=2026-09&salah#butir", answer.To);
        Assert.Contains("Periksa isiannya", (await coordinator.GetAsync(answer.To!)).Words, StringComparison.Ordinal);
        Assert.Empty(await PointsAsync(office, 9));
    }

    [Fact]
    public async Task An_auditor_reads_them_without_a_form_and_the_public_edition_and_another_kecamatan_have_none_of_them()
    {
        await using var office = await Office.OpenAsync(crew: Desk.Usual + " auditor");
        var coordinator = await office.SignInAsync("koordinator");
        await WriteAsync(coordinator, "Action", Do, "Camat Kedung", "2026-10-20", "33.20.01");
        office.Desk.Clock.Now += TimeSpan.FromDays(30);
        var auditor = await office.SignInAsync("auditor");

        var whole = (await auditor.GetAsync("/bulanan?bulan=2026-09")).Words;

        Assert.Contains(Do, whole, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/bulanan/butir", whole, StringComparison.Ordinal);
        Assert.Contains(Do, (await auditor.GetAsync("/bulanan?bulan=2026-09&kec=33.20.01")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Do, (await auditor.GetAsync("/bulanan?bulan=2026-09&kec=33.20.02")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Do, (await auditor.GetAsync("/bulanan/umum?bulan=2026-09")).Words, StringComparison.Ordinal);
    }

    private static Task<Answer> WriteAsync(Visitor coordinator, string kind, string text, string owner, string due, string where = "") => coordinator.SendAsync(
        "/bulanan?bulan=2026-09", "/bulanan/butir", ("bulan", "2026-09"), ("kec", where), ("macam", kind), ("isi", text), ("pemilik", owner), ("tenggat", due));

    private static Task<IReadOnlyList<MonthPoint>> PointsAsync(Office office, int month) =>
        office.Desk.ReadAsync(db => office.Get<MonthPoints>().ReadAsync(db, new DateOnly(2026, month, 1), null, CancellationToken.None));
}
