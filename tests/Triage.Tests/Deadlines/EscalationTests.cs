using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Deadlines;

/// <summary>Who hears what at which minute (policy 3): the table, on both databases.</summary>
public sealed class EscalationTests
{
    private const string Everybody = "camat camat~ danramil danramil~ kapolsek kapolsek~";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task P0_goes_to_everybody_and_repeats_every_ten_minutes(StoreProvider provider) =>
        Assert.Equal(
            [
                $"+0 card → {Everybody} koordinator",
                $"+2 reminder 1 → {Everybody}",
                $"+4 reminder 2 → {Everybody}",
                $"+5 level 1 → {Everybody}",
                "+10 card → koordinator",
                "+10 level 2 → koordinator",
                "+15 CallPlease → koordinator",
                "+15 card → koordinator",
                $"+15 level 3 → {Everybody} koordinator",
                "+25 CallPlease → koordinator",
                "+25 card → koordinator",
                $"+25 level 4 → {Everybody} koordinator",
                "+35 CallPlease → koordinator",
                "+35 card → koordinator",
                $"+35 level 4 → {Everybody} koordinator",
            ],
            await ToldAsync(provider, Priority.P0, "10:00", TimeSpan.FromMinutes(36)));

    [Theory, MemberData(nameof(Both))]
    public async Task P1_reaches_the_deputies_after_a_quarter_of_an_hour_at_night_too(StoreProvider provider) =>
        Assert.Equal(
            [
                "+0 card → camat danramil kapolsek",
                "+7 reminder 1 → camat danramil kapolsek",
                "+15 card → camat~ danramil~ kapolsek~",
                $"+15 level 1 → {Everybody}",
                "+30 card → koordinator",
                "+30 level 2 → koordinator",
                "+60 CallPlease → koordinator",
                "+60 card → koordinator",
                $"+60 level 3 → {Everybody} koordinator",
                "+90 CallPlease → koordinator",
                "+90 card → koordinator",
                $"+90 level 4 → {Everybody} koordinator",
            ],
            await ToldAsync(provider, Priority.P1, "23:50", TimeSpan.FromMinutes(91)));

    [Theory, MemberData(nameof(Both))]
    public async Task P2_stands_still_at_night_and_repeats_in_the_digest_alone(StoreProvider provider) =>
        Assert.Equal(
            [
                "+0 card → camat danramil kapolsek",
                "+60 reminder 1 → camat danramil kapolsek",
                "+120 card → camat~ danramil~ kapolsek~",
                $"+120 level 1 → {Everybody}",
                "+240 card → koordinator",
                "+240 level 2 → koordinator",
                "+1140 CallPlease → koordinator",
                "+1140 card → koordinator", // twelve hours end at 22:00 sharp: 05:00
                $"+1140 level 3 → {Everybody} koordinator",
            ],
            await ToldAsync(provider, Priority.P2, "10:00", TimeSpan.FromDays(4)));

    [Theory, MemberData(nameof(Both))]
    public async Task P2_of_the_night_comes_without_sound_and_is_said_aloud_at_five(StoreProvider provider) =>
        Assert.Equal(
            [
                "+0 card → camat danramil kapolsek (silent)",
                "+360 QuietHoursOver → camat danramil kapolsek",
                "+420 reminder 1 → camat danramil kapolsek",
                "+480 card → camat~ danramil~ kapolsek~",
                $"+480 level 1 → {Everybody}",
            ],
            await ToldAsync(provider, Priority.P2, "23:00", TimeSpan.FromMinutes(500)));

    [Theory, MemberData(nameof(Both))]
    public async Task P3_runs_on_working_days_and_its_third_level_is_for_the_digest(StoreProvider provider)
    {
        const int Day = 24 * 60;

        Assert.Equal(
            [
                "+0 card → camat",
                $"+{Day - 180} reminder 1 → camat",
                $"+{Day} card → camat~",
                $"+{Day} level 1 → camat camat~",
                $"+{2 * Day} card → koordinator",
                $"+{2 * Day} level 2 → koordinator",
                $"+{14 * Day} card → koordinator",
                $"+{14 * Day} level 4 → camat camat~ koordinator",
            ],
            await ToldAsync(provider, Priority.P3, "10:00", TimeSpan.FromDays(15)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task P3_of_the_night_is_held_until_seven_with_all_that_belongs_to_it(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At("23:00");
        var filed = desk.Clock.Now;
        var id = await desk.FileAsync(Priority.P3);

        await desk.PassAsync(TimeSpan.FromMinutes(10));
        await desk.CommitAsync(unit => desk.Get<FollowUp>().AddAsync(unit, id, "Satu lagi.", []));

        Assert.Equal(["+480 ReporterWrote → camat", "+480 card → camat"], await desk.ToldAsync(filed));
        Assert.All(
            await desk.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync()),
            row => Assert.True(DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt) >= Jepara.At("07:00", 1)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Level_two_names_the_seats_that_have_not_tapped(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        await desk.TapAsync("camat", id, (_, by) => Task.FromResult(by.Card.Id));

        await desk.PassAsync(TimeSpan.FromMinutes(30));

        var body = await desk.ReadAsync(db => db.Outbox.Where(row => row.Officer == desk["koordinator"] && row.Body != null).Select(row => row.Body!).SingleAsync());
        var notice = Assert.IsType<Triage.Outbox.Notice.Escalated>(Triage.Outbox.Notice.FromJson(body));
        Assert.Equal((2, 30), (notice.Level, notice.MinutesOpen));
        Assert.Equal(["camat", "danramil", "kapolsek"], notice.Silent.Order(StringComparer.Ordinal)); // camat: the deputy has not tapped
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_officer_who_blocks_the_bot_brings_level_one_at_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var filed = desk.Clock.Now;
        await desk.FileAsync(Priority.P1);
        desk.Clock.Now += TimeSpan.FromMinutes(3);

        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["kapolsek"]));
        await desk.CommitAsync(unit => desk.Get<Unreachable>().LostAsync(unit, desk["kapolsek"])); // Telegram says it at every message
        await desk.RunAsync<MeetDeadlines>();

        Assert.Equal(
            [
                "+0 card → camat danramil kapolsek",
                "+3 SeatUnreachable → koordinator",
                "+3 card → camat~ danramil~ kapolsek~",
                $"+3 level 1 → {Everybody}",
            ],
            await desk.ToldAsync(filed));
        Assert.Equal(1, await desk.ReadAsync(db => db.Outbox.CountAsync(row => row.Officer == desk["koordinator"])));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_machine_that_slept_six_hours_catches_up_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        desk.Clock.Now += TimeSpan.FromHours(6);

        Assert.Equal(4, await desk.RunAsync<MeetDeadlines>()); // one reminder, three levels
        var said = await desk.ReadAsync(db => db.Outbox.CountAsync());
        Assert.Equal(0, await desk.RunAsync<MeetDeadlines>());
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());

        var next = await desk.ReadAsync(db => db.Deadlines.AsNoTracking().SingleAsync());
        Assert.Equal(3, (await desk.ReportAsync(id)).EscalationLevel);
        Assert.Equal(desk.Clock.Now.AddMinutes(30), next.DueAt);
        Assert.Equal(said, await desk.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_that_meet_the_same_deadlines_say_everything_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var filed = desk.Clock.Now;
        await desk.FileAsync(Priority.P1);
        desk.Clock.Now += TimeSpan.FromMinutes(7);
        var other = (MeetDeadlines)desk.Process().GetService(typeof(MeetDeadlines))!;

        await Task.WhenAll(Task.Run(desk.RunAsync<MeetDeadlines>), Task.Run(() => other.RunAsync(CancellationToken.None)));

        Assert.Equal(3 + 3, await desk.ReadAsync(db => db.Outbox.CountAsync()));
        Assert.Equal(["+0 card → camat danramil kapolsek", "+7 reminder 1 → camat danramil kapolsek"], await desk.ToldAsync(filed));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_gives_a_deadline_to_an_open_report_that_lost_its_own(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var id = await desk.FileAsync(Priority.P1);
        await desk.CommitAsync(unit => unit.Db.Deadlines.ExecuteDeleteAsync());

        Assert.Equal(1, await desk.RunAsync<AuditOpenReports>());
        Assert.Equal(0, await desk.RunAsync<AuditOpenReports>());
        await desk.RunAsync<MeetDeadlines>();

        Assert.Equal(3, (await desk.ReportAsync(id)).EscalationLevel);
    }

    private static async Task<List<string>> ToldAsync(StoreProvider provider, Priority priority, string filed, TimeSpan wait)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        desk.Clock.Now = Jepara.At(filed);
        var id = await desk.FileAsync(priority);
        Assert.Equal(priority, (await desk.ReportAsync(id)).Priority);
        await desk.PassAsync(wait);
        return await desk.ToldAsync(Jepara.At(filed), id);
    }
}
