using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.FollowUps;

/// <summary>
/// Counts codes of reports and of help that open nothing, so that nobody tries them by the thousand. In memory, under the pseudonym that a chat has for this
/// day, and forgotten after an hour: nothing of it is ever stored (threat-model 3).
/// </summary>
internal sealed class ReceiptGuesses(DayKeys keys, TimeProvider time)
{
    /// <summary>So many wrong codes an hour are slips of the pen.</summary>
    public const int Most = 10;

    private const int MostChats = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until)> _missed = [];

    /// <summary>Opens what a code opens, unless this chat has tried too many; a code that opens nothing is counted once the turn is done.</summary>
    /// <returns>False where it was not even tried.</returns>
    public async Task<(bool Tried, T? Found)> OpenAsync<T>(Unit unit, long chat, Func<Task<T?>> open)
        where T : class
    {
        if (AreTooMany(chat))
        {
            return (false, null);
        }

        var found = await open();
        if (found is null)
        {
            unit.AfterCommit(() => Missed(chat));
        }

        return (true, found);
    }

    private bool AreTooMany(long chat)
    {
        lock (_gate)
        {
            return _missed.TryGetValue(NameOf(chat), out var missed) && missed.Until > time.GetUtcNow() && missed.Count >= Most;
        }
    }

    private void Missed(long chat)
    {
        var (name, now) = (NameOf(chat), time.GetUtcNow());
        lock (_gate)
        {
            if (_missed.Count >= MostChats)
            {
                foreach (var over in _missed.Where(pair => pair.Value.Until <= now).Select(pair => pair.Key).ToList())
                {
                    _missed.Remove(over);
                }
            }

            _missed[name] = _missed.TryGetValue(name, out var before) && before.Until > now ? (before.Count + 1, before.Until) : (1, now + Window);
        }
    }

    private string NameOf(long chat) => Convert.ToHexString(keys.Today.Pseudonym(chat));
}
