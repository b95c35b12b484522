using Kentongan.Domain.Help;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Help;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Help;

/// <summary>A human answers within four hours, within ten minutes where life is in danger (domain.md 3, 5.3).</summary>
public sealed class HelpTimersTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task All_hear_of_it_at_half_the_time_and_again_and_again_once_it_is_over(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat koordinator konselor konselor~");
        await desk.AskAsync();
        await desk.ClearOutboxAsync();

        Assert.Equal([], await PassAsync(desk, TimeSpan.FromMinutes(119)));
        Assert.Equal(["Unanswered → konselor konselor~"], await PassAsync(desk, TimeSpan.FromMinutes(1)));
        Assert.Equal(["Overdue, first → konselor", "Overdue → konselor~"], await PassAsync(desk, TimeSpan.FromHours(2)));
        Assert.Equal(["Overdue, first → konselor", "Overdue → konselor~"], await PassAsync(desk, TimeSpan.FromHours(4)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Danger_to_life_makes_it_ten_minutes(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        await desk.AskAsync(HelpUrgency.Danger);
        await desk.ClearOutboxAsync();

        Assert.Equal([], await PassAsync(desk, TimeSpan.FromSeconds(299)));
        Assert.Equal(["Unanswered → konselor konselor~"], await PassAsync(desk, TimeSpan.FromSeconds(1)));
        Assert.Equal(["Overdue, first → konselor", "Overdue → konselor~"], await PassAsync(desk, TimeSpan.FromMinutes(5)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Taken_and_not_answered_it_becomes_anybodys_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.ClearOutboxAsync();

        Assert.Equal(["Unanswered → konselor"], await PassAsync(desk, TimeSpan.FromHours(2)));
        await PassAsync(desk, TimeSpan.FromHours(2));

        Assert.Equal((HelpStatus.Waiting, null), ((await desk.RequestAsync()).Status, (await desk.RequestAsync()).Counsellor));
        Assert.Null(await desk.TakeAsync("konselor~"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_first_answer_stops_the_clock_and_words_of_danger_start_it_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "konselor konselor~");
        var receipt = await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.AnswerAsync("konselor");
        await desk.ClearOutboxAsync();
        Assert.Equal([], await PassAsync(desk, TimeSpan.FromDays(2)));

        await desk.CommitAsync(unit => desk.Get<HelpDoor>().WriteAsync(unit, receipt, "Rasanya ingin mati.", danger: true));

        Assert.Equal(["Wrote → konselor konselor~"], await desk.HelpToldAsync());
        await desk.ClearOutboxAsync();
        await PassAsync(desk, TimeSpan.FromMinutes(5));
        Assert.Equal(["Overdue, first → konselor", "Overdue → konselor~"], await PassAsync(desk, TimeSpan.FromMinutes(5)));
        Assert.Equal(HelpStatus.Waiting, (await desk.RequestAsync()).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_counsellor_who_is_taken_out_leaves_what_they_had_to_the_others(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat konselor konselor~");
        await desk.AskAsync();
        await desk.TakeAsync("konselor");
        await desk.ClearOutboxAsync();

        Assert.True(await desk.CommitAsync(unit => desk.Get<HelpCounsellors>().RemoveAsync(unit, desk["konselor"])));

        Assert.Equal(["Waits → konselor~"], await desk.HelpToldAsync());
        Assert.Null(await desk.TakeAsync("konselor~"));
        Assert.False(await desk.CommitAsync(unit => desk.Get<HelpCounsellors>().RemoveAsync(unit, desk["camat"])));
    }

    /// <summary>What is told when the time has passed.</summary>
    private static async Task<List<string>> PassAsync(Desk desk, TimeSpan time)
    {
        desk.Clock.Now += time;
        await desk.RunAsync<MeetHelpDeadlines>();
        var told = await desk.HelpToldAsync();
        await desk.ClearOutboxAsync();
        return told;
    }
}
