using Kentongan.Domain;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Web;
using Kentongan.Triage.Web.Months;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Keys;

/// <summary>
/// What is sealed with a key that many rows share opens in its own row alone: whoever can write the database and knows no key lays nothing of one person
/// to another (threat-model 3). Drafts, contacts and evidence: <c>SealedStateTests</c>; stories: <c>ReportKeysTests</c>; help: <c>HelpKeysTests</c>.
/// </summary>
public sealed class SealBindingTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002;

    /// <summary>Else one could let a report be confirmed by people who told something else (policy 5.2).</summary>
    [Fact]
    public async Task A_mark_laid_beside_another_report_counts_as_nobodys()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual);
        var reports = await TwoAsync(desk);
        Assert.Equal(2, await IndependentAsync());

        await desk.CommitAsync(async unit =>
        {
            var rows = await unit.Db.ReporterMarks.ToListAsync();
            (rows[0].Sealed, rows[1].Sealed) = (rows[1].Sealed, rows[0].Sealed);
        });

        Assert.Equal(0, await IndependentAsync());

        Task<int> IndependentAsync() => desk.CommitAsync(unit => desk.Get<ReporterMarks>().IndependentAsync(unit, reports));
    }

    /// <summary>Else one could bring a hoax down on somebody who told the truth (policy 5.3).</summary>
    [Fact]
    public async Task A_hoax_touches_nobodys_standing_where_the_mark_is_another_reports()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual);
        var reports = await TwoAsync(desk);
        var book = desk.Get<ReputationBook>();

        await desk.CommitAsync(async unit =>
        {
            var rows = await unit.Db.ReputationMarks.ToListAsync();
            (rows[0].Sealed, rows[1].Sealed) = (rows[1].Sealed, rows[0].Sealed);
        });
        await desk.CommitAsync(unit => book.CountAsync(unit, reports[0]));

        Assert.Equal(0, await desk.ReadAsync(db => db.Reputations.CountAsync()));
    }

    [Fact]
    public async Task What_was_decided_of_a_month_does_not_stand_under_another_point()
    {
        await using var office = await Office.OpenAsync();
        var coordinator = await office.SignInAsync("koordinator");
        foreach (var text in (string[])["Razia bersama tiap Sabtu malam", "Penyuluhan di sekolah dasar"])
        {
            await coordinator.SendAsync(
                "/bulanan?bulan=2026-09", "/bulanan/butir", ("bulan", "2026-09"), ("kec", ""), ("macam", "Action"), ("isi", text), ("pemilik", "Camat Kedung"), ("tenggat", "2026-10-20"));
        }

        Assert.All(await PointsAsync(), point => Assert.NotEmpty(point.Text));
        await office.Desk.CommitAsync(async unit =>
        {
            var rows = await unit.Db.MonthPoints.ToListAsync();
            (rows[0].Sealed, rows[1].Sealed) = (rows[1].Sealed, rows[0].Sealed);
        });

        Assert.Equal(["", ""], (await PointsAsync()).Select(point => point.Text));

        Task<IReadOnlyList<MonthPoint>> PointsAsync() =>
            office.Desk.ReadAsync(db => office.Get<MonthPoints>().ReadAsync(db, new DateOnly(2026, 9, 1), null, CancellationToken.None));
    }

    private static async Task<List<ReportId>> TwoAsync(Desk desk)
    {
        var (one, other) = (await desk.FileFromAsync(Siti, Desk.Filing()), await desk.FileFromAsync(Joko, Desk.Filing(story: "Rumah cat hijau di ujung gang.")));
        return [one!.Value, other!.Value];
    }
}
