using System.Collections.Concurrent;
using System.Globalization;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Taps on inline buttons that wait for the bot's answer.</summary>
internal sealed class CallbackQueries(TimeProvider clock)
{
    /// <summary>How long the real service remembers a tap is not documented; about a quarter of an hour is what is seen.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, CallbackQuery> _queries = new();
    private long _last = 1_874_200_913_000_000_000;

    public CallbackQuery Ask(Person by, Message message, string data)
    {
        var id = Interlocked.Add(ref _last, 104_729).ToString(CultureInfo.InvariantCulture);
        var query = new CallbackQuery(id, by, message, data, clock.GetUtcNow());
        _queries[id] = query;
        return query;
    }

    public CallbackQuery? Find(string id) => _queries.GetValueOrDefault(id);

    /// <summary>Answers a tap once and in time.</summary>
    public CallbackQuery? Answer(string id, CallbackAnswer answer) =>
        Find(id) is { } query && clock.GetUtcNow() - query.AskedAt < Patience && query.TryAnswer(answer) ? query : null;
}

internal sealed class CallbackQuery(string id, Person by, Message message, string data, DateTimeOffset askedAt)
{
    private readonly TaskCompletionSource<CallbackAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public Person By => by;

    public Message Message => message;

    public string Data => data;

    public DateTimeOffset AskedAt => askedAt;

    public Task<CallbackAnswer> Answer => _answer.Task;

    public bool TryAnswer(CallbackAnswer answer) => _answer.TrySetResult(answer);
}

internal sealed record CallbackAnswer(string? Text, bool Alert, string? Url);
