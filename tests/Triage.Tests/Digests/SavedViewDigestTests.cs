using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Digests;

/// <summary>A saved filter that its owner hears of every morning (policy 6).</summary>
public sealed class SavedViewDigestTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_coordinator_is_told_every_morning_how_many_a_saved_view_lists_and_which_are_new(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var visitor = await office.SignInAsync("koordinator");
        await visitor.SendAsync("/daftar?kec=33.20.01", "/saringan", ("nama", "Kedung saja"), ("saringan", "?kec=33.20.01"));
        var id = await office.Desk.ReadAsync(db => db.SavedViews.Select(row => row.Id).SingleAsync());
        var numbers = new List<string>();
        foreach (var story in new[] { "Ada yang mabuk di pos ronda.", "Suara keras dari gudang tua.", "Motor dipacu di jalan desa.", "Ada yang jualan arak keliling." })
        {
            numbers.Insert(0, (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing(story: story)))).CaseNumber);
            office.Desk.Clock.Now += TimeSpan.FromHours(1);
        }

        await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten)); // which the coordinator must not count (policy 5.4)
        await office.Desk.FileAsync(Desk.Filing(place: new Place(Jepara.Pecangaan, null)));
        office.Desk.Clock.Now = Jepara.At("07:00", 1);
        await office.Desk.RunAsync<SendDigests>();
        Assert.Null((await KeptAsync(office, "2026-09-17", "koordinator")).Views);

        office.Desk.Clock.Now = Jepara.At("08:00", 1);
        visitor = await office.SignInAsync("koordinator");
        await visitor.SendAsync("/daftar", "/saringan/pagi", ("id", id.ToString()), ("pagi", "ya"));
        office.Desk.Clock.Now = Jepara.At("07:00", 2);
        await office.Desk.RunAsync<SendDigests>();

        var view = Assert.Single((await KeptAsync(office, "2026-09-18", "koordinator")).Views!);
        Assert.Equal(("Kedung saja", 4), (view.Name, view.Count));
        Assert.Equal(numbers.Take(3), view.Newest);
        Assert.Null((await KeptAsync(office, "2026-09-18", "camat")).Views);
    }

    [Fact]
    public async Task Nobody_subscribes_for_somebody_else()
    {
        await using var office = await Office.OpenAsync();
        var (camat, coordinator) = (await office.SignInAsync("camat"), await office.SignInAsync("koordinator"));
        await camat.SendAsync("/daftar", "/saringan", ("nama", "Milik camat"), ("saringan", "?kec=33.20.01"));
        var id = await office.Desk.ReadAsync(db => db.SavedViews.Select(row => row.Id).SingleAsync());

        await coordinator.SendAsync("/daftar", "/saringan/pagi", ("id", id.ToString()), ("pagi", "ya"));
        await camat.SendAsync("/daftar", "/saringan/pagi", ("id", id.ToString()), ("pagi", "ya"));

        Assert.False(await office.Desk.ReadAsync(db => db.SavedViews.Select(row => row.EveryMorning).SingleAsync()));
    }

    private static async Task<DigestFigures> KeptAsync(Office office, string date, string officer)
    {
        var id = office.Desk[officer];
        return DigestFigures.FromJson(await office.Desk.ReadAsync(db => db.Digests.AsNoTracking().Where(row => row.Officer == id && row.Date == date).Select(row => row.Figures).SingleAsync()));
    }
}
