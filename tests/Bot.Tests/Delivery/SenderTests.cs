using Kentongan.Bot.Conversations;

namespace Kentongan.Bot.Tests.Delivery;

public sealed class SenderTests
{
    [Fact]
    public async Task A_reply_that_leaves_while_the_sweep_is_reading_is_sent_once()
    {
        await using var held = await HeldSender.OpenAsync();
        await held.Sender.StartAsync(TestContext.Current.CancellationToken);
        await held.SweptAsync(); // the lease is held from now on

        await held.CommitAsync(unit => held.Get<EffectRunner>().QueueAsync(unit, new Reply(5, null, "Halo", [])));
        await held.CalledAsync();
        await held.SweptAsync(hold: true); // it has read the row
        held.Telegram.Answer();
        await held.GoneAsync();
        held.GoOn();
        await held.SweptAsync();

        Assert.Equal(1, held.Telegram.Calls);
        await held.Sender.StopAsync(TestContext.Current.CancellationToken);
    }
}
