namespace Kentongan.Bot.Telegram;

/// <summary>Whether updates come in, for the readiness check.</summary>
internal sealed class BotReadiness
{
    private long _polledAt;

    public DateTimeOffset LastPolled => new(Interlocked.Read(ref _polledAt), TimeSpan.Zero);

    public void Polled(DateTimeOffset now) => Interlocked.Exchange(ref _polledAt, now.UtcTicks);
}
