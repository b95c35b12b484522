using Kentongan.Bot.Delivery;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>Telegram's limits, on virtual time: 30 a second over all, one a second a chat.</summary>
public sealed class SendQueueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 20, 5, 0, 0, TimeSpan.Zero);
    private static readonly SendLimits Limits = SendLimits.Telegram;

    [Fact]
    public void A_minute_of_work_runs_at_the_limit_and_never_above()
    {
        var queue = new SendQueue<int>(Limits);
        for (var chat = 0; chat < 2_000; chat++)
        {
            queue.Add(chat, 3, chat, Noon);
        }

        var sent = new Courier<int>(queue).RunUntil(Noon, Noon.AddMinutes(1));

        Assert.True(sent.Count >= 29 * 60, $"only {sent.Count} in a minute");
        AssertWithinWindow([.. sent.Select(one => one.At)]);
    }

    [Fact]
    public void One_chat_gets_a_message_every_1030_milliseconds_in_the_order_they_came()
    {
        var queue = new SendQueue<int>(Limits);
        foreach (var item in Enumerable.Range(0, 20))
        {
            queue.Add(7, 3, item, Noon);
        }

        var sent = new Courier<int>(queue).RunUntil(Noon, Noon.AddMinutes(1));

        Assert.Equal(Enumerable.Range(0, 20), sent.Select(one => one.Item));
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Limits.PerChat));
        Assert.Equal(Noon + (19 * (Limits.PerChat + TimeSpan.FromMilliseconds(50))), sent[^1].At); // and no later than it has to
    }

    [Fact]
    public void After_a_start_nothing_leaves_until_what_another_process_may_have_sent_is_a_second_old()
    {
        var queue = new SendQueue<int>(Limits);
        queue.Rest(Noon);
        queue.Add(7, 0, 1, Noon);

        var sent = new Courier<int>(queue).RunUntil(Noon, Noon.AddMinutes(1));

        Assert.Equal(Noon + Limits.PerChat, Assert.Single(sent).At);
    }

    [Fact]
    public void A_call_that_was_long_on_its_way_counts_from_when_it_may_have_arrived()
    {
        var queue = new SendQueue<int>(Limits);
        for (var chat = 0; chat < 100; chat++)
        {
            queue.Add(chat, 3, chat, Noon);
        }

        var late = TimeSpan.FromMilliseconds(500);
        var now = Noon;
        for (var sent = 0; sent < 30; now += Limits.Spacing, sent++)
        {
            Assert.True(queue.TryTake(now, out var chat, out _, out _));
            queue.Done(chat, sent == 0 ? now + TimeSpan.FromMilliseconds(1) : now + (sent == 1 ? late : TimeSpan.FromMilliseconds(1)));
        }

        Assert.True(queue.TryTake(Noon + Limits.Window, out _, out _, out _)); // in place of the first
        Assert.False(queue.TryTake(Noon + Limits.Window + (2 * Limits.Spacing), out _, out _, out var wakeAt));
        Assert.True(wakeAt > Noon + Limits.Window + (late * 0.9));
    }

    [Fact]
    public void The_more_urgent_goes_first_within_a_chat_and_over_all()
    {
        var queue = new SendQueue<string>(Limits);
        queue.Add(1, 5, "digest", Noon);
        queue.Add(2, 3, "card", Noon);
        queue.Add(1, 1, "reply", Noon);
        queue.Add(3, 0, "emergency", Noon);
        queue.Add(2, 3, "second card", Noon);

        var sent = new Courier<string>(queue).RunUntil(Noon, Noon.AddSeconds(5));

        Assert.Equal(["emergency", "reply", "card", "digest", "second card"], sent.Select(one => one.Item));
    }

    [Fact]
    public void What_a_message_says_already_goes_with_it_and_only_in_its_own_chat()
    {
        var queue = new SendQueue<string>(Limits);
        queue.Add(1, 4, "card 9, accepted", Noon);
        queue.Add(1, 4, "card 8", Noon);
        queue.Add(1, 1, "card 9, on site", Noon);
        queue.Add(2, 5, "card 9 of another", Noon);
        Assert.True(queue.TryTake(Noon, out var chat, out var taken, out _));

        var along = queue.TakeAlong(chat, other => other.StartsWith("card 9", StringComparison.Ordinal));
        queue.Done(chat, Noon, again: true);
        var sent = new Courier<string>(queue).RunUntil(Noon, Noon.AddSeconds(5));

        Assert.Equal(("card 9, on site", "card 9, accepted"), (taken, Assert.Single(along)));
        Assert.Equal(["card 9 of another", "card 9, on site", "card 8"], sent.Select(one => one.Item));
    }

    [Fact]
    public void A_chat_that_was_told_to_wait_holds_nobody_else_up()
    {
        var queue = new SendQueue<string>(Limits);
        queue.Add(1, 0, "first", Noon);
        queue.Add(1, 0, "second", Noon);
        Assert.True(queue.TryTake(Noon, out var chat, out var taken, out _));
        queue.Done(chat, Noon, TimeSpan.FromSeconds(20), again: true);
        queue.Add(2, 5, "other", Noon);

        var sent = new Courier<string>(queue).RunUntil(Noon.AddSeconds(1), Noon.AddSeconds(40));

        Assert.Equal("first", taken);
        Assert.Equal(["other", "first", "second"], sent.Select(one => one.Item)); // what came back keeps its place
        Assert.Equal(Noon.AddSeconds(20), sent[1].At);
    }

    [Fact]
    public void While_all_are_blocked_nothing_leaves_and_the_end_is_known()
    {
        var queue = new SendQueue<string>(Limits);
        queue.Add(1, 0, "one", Noon);
        queue.BlockAll(Noon.AddSeconds(30));
        queue.BlockAll(Noon.AddSeconds(10)); // a shorter block does not lift the longer

        Assert.False(queue.TryTake(Noon.AddSeconds(29), out _, out _, out var wakeAt));
        Assert.Equal(Noon.AddSeconds(30), wakeAt);
        Assert.True(queue.TryTake(Noon.AddSeconds(30), out _, out _, out _));
    }

    [Fact]
    public void No_more_calls_are_under_way_than_allowed_and_none_twice_in_a_chat()
    {
        var queue = new SendQueue<int>(Limits);
        for (var item = 0; item < 40; item++)
        {
            queue.Add(item % 20, 3, item, Noon);
        }

        var now = Noon;
        var under = new HashSet<long>();
        for (var step = 0; step < 200; step++, now += Limits.Spacing)
        {
            if (queue.TryTake(now, out var chat, out _, out _))
            {
                Assert.True(under.Add(chat));
            }
        }

        Assert.Equal(Limits.InFlight, under.Count);
        queue.Done(under.First(), now);
        Assert.True(queue.TryTake(now, out _, out _, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_nothing_is_lost_doubled_overtaken_or_early(int seed)
    {
        var world = new RandomOffice(seed);

        for (var step = 0; step < 10_000; step++)
        {
            world.Step();
        }

        world.Drain();
        Assert.Empty(world.Waiting);
        AssertWithinWindow(world.Times);
    }

    private static void AssertWithinWindow(List<DateTimeOffset> times)
    {
        for (var i = Limits.PerWindow; i < times.Count; i++)
        {
            Assert.True(times[i] - times[i - Limits.PerWindow] >= Limits.Window, $"more than {Limits.PerWindow} in a window at {times[i]:O}");
        }

        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Limits.Spacing));
    }
}
