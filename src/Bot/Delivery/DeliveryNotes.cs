using System.Threading.Channels;

namespace Kentongan.Bot.Delivery;

/// <summary>Keeps what became of letters, as many in one unit as have come back meanwhile: a unit for each would keep the writer from deciding.</summary>
internal sealed class DeliveryNotes(Postman postman)
{
    private const int AtOnce = 64;

    private readonly Channel<Note> _notes = Channel.CreateUnbounded<Note>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Returns when it is durable.</summary>
    /// <exception cref="Exception">The store refused; the row is still there.</exception>
    public Task KeepAsync(Letter letter, Delivered delivered)
    {
        var note = new Note(letter, delivered, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _notes.Writer.TryWrite(note)
            ? note.Done.Task
            : Task.FromException(new InvalidOperationException("The sender has stopped.")); // at worst the message comes twice
    }

    /// <summary>What has come back is still kept; nothing after it.</summary>
    public void Complete() => _notes.Writer.TryComplete();

    public async Task RunAsync()
    {
        var some = new List<Note>(AtOnce);
        while (await _notes.Reader.WaitToReadAsync())
        {
            some.Clear();
            while (some.Count < AtOnce && _notes.Reader.TryRead(out var note))
            {
                some.Add(note);
            }

            if (some.Count == 1 || await TryAsync(some) is not null)
            {
                foreach (var note in some)
                {
                    await AloneAsync(note); // one that cannot be kept must not take the others with it
                }
            }
        }
    }

    private async Task AloneAsync(Note note)
    {
        if (await TryAsync([note]) is { } failure)
        {
            note.Done.TrySetException(failure);
        }
    }

    private async Task<Exception?> TryAsync(List<Note> some)
    {
        try
        {
            await postman.NoteAsync(some.ConvertAll(note => (note.Letter, note.Delivered)), CancellationToken.None);
        }
#pragma warning disable CA1031 // whoever waits for the note gets it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }

        some.ForEach(note => note.Done.TrySetResult());
        return null;
    }

    private sealed record Note(Letter Letter, Delivered Delivered, TaskCompletionSource Done);
}
