using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Board, list and case head name the one promise that runs out first (policy 3).</summary>
public sealed class PromiseTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_accepted_emergency_shows_the_ten_minutes_until_its_first_action(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await office.Desk.FileAsync(Priority.P0);
        Desk.Done(await office.Desk.AcceptAsync("kapolsek", id));
        var coordinator = await office.SignInAsync("koordinator");
        var number = (await office.Desk.ReportAsync(id)).CaseNumber;

        foreach (var page in new[] { "/papan", "/daftar", $"/kasus/{number}" })
        {
            Assert.Contains("tindakan pertama: 10 mnt lagi", (await coordinator.GetAsync(page)).Words, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_leaves_the_resident_without_a_word_is_late(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var number = (await office.Desk.ReportAsync(await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.InProgress))).CaseNumber;
        var before = await LateAsync(office);

        await office.Desk.PassAsync(TimeSpan.FromHours(73)); // P2: a word every 72 hours

        Assert.DoesNotContain(number, before, StringComparison.Ordinal);
        Assert.Contains(number, await LateAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public void A_legal_limit_is_told_of_a_day_before_and_shown_as_what_it_is()
    {
        var limit = Jepara.At("10:00").AddDays(3);

        var next = Queues.NextOf([new(DeadlineKind.LegalDeadline, limit.AddDays(-1)), new(DeadlineKind.WordDue, limit.AddHours(-1)), new(DeadlineKind.Remind, limit.AddDays(-2), 1)]);

        Assert.Equal(new Deadline(DeadlineKind.WordDue, limit.AddHours(-1)), next);
        Assert.Equal(new Deadline(DeadlineKind.LegalDeadline, limit), Queues.NextOf([new(DeadlineKind.LegalDeadline, limit.AddDays(-1))]));
    }

    /// <summary>A new kind has to be put on one side or the other.</summary>
    [Fact]
    public void Every_deadline_is_a_promise_or_the_system_s_own_or_about_victims()
    {
        DeadlineKind[] own = [DeadlineKind.Route, DeadlineKind.Remind, DeadlineKind.QuietHoursEnd];
        var victims = Enum.GetValues<DeadlineKind>().Where(DeadlinePlan.Outlives);

        Assert.Equal(Enum.GetValues<DeadlineKind>().Order(), own.Concat(victims).Concat(Queues.Promises).Order());
    }

    private static async Task<string> LateAsync(Office office) => (await (await office.SignInAsync("koordinator")).GetAsync("/daftar?antrean=terlambat")).Words;
}
