namespace Kentongan.Sandbox.Telegram;

/// <summary>Troubles planned for the Bot API, so that an outage can be played.</summary>
internal sealed class Faults(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _planned = [];
    private volatile bool _any;

    public IReadOnlyList<Fault> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _planned];
            }
        }
    }

    public void Plan(Fault fault)
    {
        lock (_gate)
        {
            _planned.Add(fault);
            _any = true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
            _any = false;
        }
    }

    /// <summary>The trouble this call runs into, if any; one of a number of times is used up by it.</summary>
    public Fault? Next(string method)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            _planned.RemoveAll(fault => fault.Until <= clock.GetUtcNow());
            var index = _planned.FindIndex(fault => fault.Method is null || fault.Method == method);
            var found = index < 0 ? null : _planned[index];
            if (found is { Times: { } times })
            {
                if (times <= 1)
                {
                    _planned.RemoveAt(index);
                }
                else
                {
                    _planned[index] = found with { Times = times - 1 };
                }
            }

            _any = _planned.Count > 0;
            return found;
        }
    }
}

internal enum FaultKind
{
    /// <summary>The line breaks before anything is done.</summary>
    Down,

    /// <summary>429 with <c>retry_after</c>.</summary>
    TooMany,

    /// <summary>500.</summary>
    Broken,

    /// <summary>No answer until the caller gives up; nothing is done.</summary>
    Timeout,

    /// <summary>200 with half an answer; nothing is done.</summary>
    Malformed,

    /// <summary>Done, but late by <see cref="Fault.Wait"/>.</summary>
    Slow,

    /// <summary>Done, but the line breaks before the answer.</summary>
    Lost,
}

/// <param name="Method">In lower case; null meets every method.</param>
internal sealed record Fault(FaultKind Kind, string? Method, int? Times, DateTimeOffset? Until, TimeSpan Wait)
{
    /// <summary>Plays the trouble; true where the call goes on after all.</summary>
    public async Task<bool> LetsThroughAsync(HttpContext http, TimeProvider clock)
    {
        switch (Kind)
        {
            case FaultKind.Down:
                http.Abort();
                return false;
            case FaultKind.TooMany:
                await BotApi.WriteAsync(http, Refusal.Flood((int)Math.Ceiling(Wait.TotalSeconds)));
                return false;
            case FaultKind.Broken:
                await BotApi.WriteAsync(http, Refusal.Internal);
                return false;
            case FaultKind.Timeout:
                await Silence(http.RequestAborted);
                return false;
            case FaultKind.Malformed:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("""{"ok":true,"result":{"message_id":""", http.RequestAborted);
                return false;
            case FaultKind.Slow:
                await Task.Delay(Wait, clock, http.RequestAborted);
                return true;
            default:
                return true;
        }
    }

    private static async Task Silence(CancellationToken gone)
    {
        var left = new TaskCompletionSource();
        await using var registration = gone.Register(left.SetResult);
        await left.Task;
    }
}
