using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Updates until they are confirmed, and the one long poll that may wait for them.</summary>
internal sealed class UpdateQueue
{
    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, Update> _waiting = [];
    private readonly TaskCompletionSource _firstPoll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId = 481_200_000;
    private IReadOnlyCollection<string> _allowed = [];
    private Poll? _poll;
    private Action<Update>? _webhook;

    /// <summary>Ends when a bot asked for updates, or set a webhook, for the first time.</summary>
    public Task BotListens => _firstPoll.Task;

    public IReadOnlyCollection<string> Allowed
    {
        get => _allowed;
        set => _allowed = value.Count > 0 ? [.. value] : [];
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public void Add(string kind, long chatId, ReadOnlyMemory<byte> body)
    {
        var allowed = _allowed;
        if (allowed.Count > 0 ? !allowed.Contains(kind) : NotByDefault.Contains(kind))
        {
            return;
        }

        lock (_gate)
        {
            var update = new Update(++_lastId, kind, chatId, body);
            _waiting.Add(update.Id, update);
            _webhook?.Invoke(update);
            _poll?.End(PollEnd.News);
        }
    }

    /// <summary>Sends updates elsewhere from now on, those that wait first; null goes back to polling.</summary>
    public void SetWebhook(Action<Update>? deliver)
    {
        _firstPoll.TrySetResult();
        lock (_gate)
        {
            _webhook = deliver;
            if (deliver is not null)
            {
                _poll?.End(PollEnd.Webhook);
                foreach (var update in _waiting.Values)
                {
                    deliver(update);
                }
            }
        }
    }

    /// <summary>The webhook took it.</summary>
    public void Delivered(Update update)
    {
        lock (_gate)
        {
            _waiting.Remove(update.Id);
        }
    }

    public void Drop()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Ends a waiting poll because the sandbox ends.</summary>
    public void HangUp()
    {
        lock (_gate)
        {
            _poll?.End(PollEnd.TimedOut);
        }
    }

    public async Task<Answer> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken gone)
    {
        Poll poll;
        lock (_gate)
        {
            if (_webhook is not null)
            {
                return Refusal.WebhookActive;
            }

            _poll?.End(PollEnd.OtherPoll);
            Confirm(offset);
            if (_waiting.Count > 0 || timeout <= TimeSpan.Zero)
            {
                _firstPoll.TrySetResult();
                return Take(limit);
            }

            _poll = poll = new Poll();
        }

        _firstPoll.TrySetResult();
        // The line to the bot runs on real time: moving the sandbox clock must not hang up on it.
        await using var timer = TimeProvider.System.CreateTimer(_ => poll.End(PollEnd.TimedOut), null, timeout, Timeout.InfiniteTimeSpan);
        await using var hangUp = gone.Register(() => poll.End(PollEnd.Gone));
        var end = await poll.Ended;
        lock (_gate)
        {
            _poll = _poll == poll ? null : _poll;
            return end switch
            {
                PollEnd.OtherPoll => Refusal.OtherPoller,
                PollEnd.Webhook => Refusal.WebhookSet,
                _ => Take(limit),
            };
        }
    }

    /// <summary>Forgets what the offset confirms; a negative one keeps that many from the end.</summary>
    private void Confirm(int offset)
    {
        var confirmed = offset < 0
            ? _waiting.Keys.Take(_waiting.Count + offset)
            : _waiting.Keys.TakeWhile(id => id < offset);
        foreach (var id in confirmed.ToArray())
        {
            _waiting.Remove(id);
        }
    }

    private Answer Take(int limit)
    {
        var batch = _waiting.Values.Take(limit).ToArray();
        return Answer.Of(json =>
        {
            json.WriteStartArray();
            foreach (var update in batch)
            {
                update.Write(json);
            }

            json.WriteEndArray();
        });
    }

    private enum PollEnd
    {
        News,
        TimedOut,
        OtherPoll,
        Webhook,
        Gone,
    }

    private sealed class Poll
    {
        private readonly TaskCompletionSource<PollEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<PollEnd> Ended => _end.Task;

        public void End(PollEnd how) => _end.TrySetResult(how);
    }
}

internal sealed record Update(int Id, string Kind, long ChatId, ReadOnlyMemory<byte> Body)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("update_id", Id);
        json.WritePropertyName(Kind);
        json.WriteRawValue(Body.Span, skipInputValidation: true);
        json.WriteEndObject();
    }
}
