using Kentongan.Bot.Conversations;
using Kentongan.Bot.Delivery;
using Telegram.Bot;

namespace Kentongan.Bot.Telegram;

/// <summary>Deletes what stands in a resident's chat, as far as Telegram lets a bot (threat-model 4, row 20).</summary>
internal sealed class ChatEraser(ITelegramBotClient telegram, ChatTraces traces)
{
    private const int MostAtOnce = Sweep.Block;

    /// <summary>Calls before others have their turn: officers' cards wait behind no erasure.</summary>
    private const int CallsOfASweep = 5;

    /// <summary>So many messages that Telegram does not let go are taken for the end: what is older, it does not let go either.</summary>
    private const int MostRefused = 3;

    /// <summary>What stands where a message may no longer be deleted.</summary>
    private const string Overwritten = "🧹";

    /// <summary>Deletes what we know to stand in the chat; what Telegram no longer lets us delete is overwritten with a mark that says nothing.</summary>
    /// <returns><see cref="Delivered.Away"/> or <see cref="Delivered.Throttled"/> where it has to go on later; and whether nothing else of the last two
    /// days can stand there.</returns>
    public async Task<(Delivered Done, bool AllKnown)> EraseAsync(long chat, CancellationToken ct)
    {
        var standing = traces.Take(chat);
        var (young, old) = (new Queue<int[]>(standing.Young.Chunk(MostAtOnce)), new Queue<int>(standing.Old));
        while (young.TryPeek(out var some))
        {
            var done = await DeleteAsync(chat, some, ct);
            if (done is Delivered.Away or Delivered.Throttled)
            {
                return Later(done);
            }

            if (done is Delivered.Rejected)
            {
                Array.ForEach(some, old.Enqueue); // one of them spoils it for all: one by one
            }

            young.Dequeue();
        }

        while (old.TryPeek(out var one))
        {
            var done = await Attempt.AtAsync(() => telegram.DeleteMessage(chat, one, ct));
            if (done is Delivered.Rejected)
            {
                done = await Attempt.AtAsync(() => telegram.EditMessageText(chat, one, Overwritten, cancellationToken: ct));
            }

            if (done is Delivered.Away or Delivered.Throttled)
            {
                return Later(done);
            }

            old.Dequeue();
        }

        return (new Delivered.Sent(null), standing.AreAll);

        (Delivered, bool) Later(Delivered done)
        {
            traces.PutBack(chat, standing with { Young = [.. young.SelectMany(some => some)], Old = [.. old] });
            return (done, standing.AreAll);
        }
    }

    /// <summary>
    /// Deletes the next few hundred numbers below, newest first: a bot's messages in private chats have one row of numbers, and Telegram passes over
    /// those that are not of this chat. So nothing about anybody has to be kept for it. Where Telegram refuses a block because of one message,
    /// that one is found by halves; what goes well again soon takes whole blocks again.
    /// </summary>
    /// <returns>What is left, to go on with; null where it is done, or cannot go on now.</returns>
    public async Task<(Delivered Done, Sweep? More)> SweepAsync(long chat, Sweep sweep, CancellationToken ct)
    {
        for (var call = 0; sweep is { Below: > 1, Left: > 0, Refused: < MostRefused }; call++)
        {
            if (call == CallsOfASweep)
            {
                return (new Delivered.Sent(null), sweep);
            }

            var some = sweep.Next();
            switch (await DeleteAsync(chat, some, ct))
            {
                case (Delivered.Away or Delivered.Throttled) and var later:
                    return call == 0 ? (later, null) : (new Delivered.Sent(null), sweep); // what is done stays done, however short Telegram's patience
                case Delivered.Blocked and var gone:
                    return (gone, null);
                case Delivered.Rejected when some.Length == 1:
                    sweep = sweep.Past(some) with { AtOnce = MostAtOnce, Refused = sweep.Refused + 1 };
                    break;
                case Delivered.Rejected:
                    sweep = sweep with { AtOnce = some.Length / 2 };
                    break;
                default:
                    sweep = sweep.Past(some) with { AtOnce = Math.Min(MostAtOnce, sweep.AtOnce * 2) };
                    break;
            }
        }

        return (new Delivered.Sent(null), null);
    }

    private Task<Delivered> DeleteAsync(long chat, int[] messages, CancellationToken ct) => Attempt.AtAsync(() => telegram.DeleteMessages(chat, messages, ct));
}
