using System.Text;

namespace Kentongan.Bench.Telegram;

/// <summary>Updates that wait, with Telegram's meaning of the offset: what lies below it is confirmed and gone.</summary>
internal sealed class UpdateQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(int Id, byte[] Json)> _waiting = new();
    private TaskCompletionSource? _poll;
    private int _next = System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000_000); // the store remembers those of the last run

    public int Sent => Volatile.Read(ref _next);

    /// <summary>Set while a webhook takes the updates.</summary>
    public Action<byte[]>? Push { get; set; }

    /// <param name="json">Without its opening brace and id.</param>
    public void Add(string json)
    {
        TaskCompletionSource? poll;
        lock (_gate)
        {
            var id = ++_next;
            var update = Encoding.UTF8.GetBytes($"{{\"update_id\":{id},{json}");
            if (Push is { } push)
            {
                push(update);
                return;
            }

            _waiting.AddLast((id, update));
            (poll, _poll) = (_poll, null);
        }

        poll?.TrySetResult();
    }

    public async ValueTask<byte[]> TakeAsync(long offset, int limit, int timeout)
    {
        TaskCompletionSource? poll = null;
        lock (_gate)
        {
            while (_waiting.First is { } first && first.Value.Id < offset)
            {
                _waiting.RemoveFirst();
            }

            if (_waiting.Count == 0 && timeout > 0)
            {
                poll = _poll = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        if (poll is not null)
        {
            await Task.WhenAny(poll.Task, Task.Delay(TimeSpan.FromSeconds(timeout)));
        }

        lock (_gate)
        {
            return Response(limit == 0 ? 100 : limit);
        }
    }

    private byte[] Response(int limit)
    {
        const string Open = "{\"ok\":true,\"result\":[", Close = "]}";
        var length = Open.Length + Close.Length;
        var count = 0;
        for (var node = _waiting.First; node is not null && count < limit; node = node.Next, count++)
        {
            length += node.Value.Json.Length + (count > 0 ? 1 : 0);
        }

        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{Open}";
        var bytes = new byte[head.Length - Open.Length + length];
        var at = Encoding.ASCII.GetBytes(head, bytes);
        var written = 0;
        for (var node = _waiting.First; written < count; node = node!.Next, written++)
        {
            if (written > 0)
            {
                bytes[at++] = (byte)',';
            }

            node!.Value.Json.CopyTo(bytes, at);
            at += node.Value.Json.Length;
        }

        Encoding.ASCII.GetBytes(Close, bytes.AsSpan(at));
        return bytes;
    }
}
