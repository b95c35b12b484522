using Kentongan.Bot.Delivery;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>Takes what the queue gives as soon as it gives it; every call takes 50 ms and succeeds.</summary>
internal sealed class Courier<T>(SendQueue<T> queue)
{
    private static readonly TimeSpan Call = TimeSpan.FromMilliseconds(50);

    public List<(T Item, DateTimeOffset At)> RunUntil(DateTimeOffset from, DateTimeOffset until)
    {
        var sent = new List<(T, DateTimeOffset)>();
        var calls = new Queue<(long Chat, DateTimeOffset Ends)>();
        for (var now = from; now < until;)
        {
            while (calls.TryPeek(out var call) && call.Ends <= now)
            {
                queue.Done(calls.Dequeue().Chat, now);
            }

            if (queue.TryTake(now, out var chat, out var item, out var wakeAt))
            {
                sent.Add((item, now));
                calls.Enqueue((chat, now + Call));
                continue;
            }

            var next = calls.TryPeek(out var first) ? first.Ends : until;
            now = wakeAt is { } at && at < next ? at : next;
        }

        return sent;
    }
}
