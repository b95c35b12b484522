using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>Says when the sender's sweep has its rows from the store, and keeps them back where asked.</summary>
internal sealed class HeldSweep : DbCommandInterceptor
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _read;
    private TaskCompletionSource _goOn = new();

    /// <summary>Ends when the next sweep has read, which then waits for <see cref="GoOn"/>, or does not.</summary>
    public Task NextAsync(bool hold)
    {
        lock (_gate)
        {
            _goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!hold)
            {
                _goOn.SetResult();
            }

            _read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _read.Task;
        }
    }

    public void GoOn() => _goOn.TrySetResult();

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains("due_at <=", StringComparison.Ordinal))
        {
            await HeldAsync();
        }

        return result;
    }

    private Task HeldAsync()
    {
        lock (_gate)
        {
            if (_read is not { } read)
            {
                return Task.CompletedTask;
            }

            _read = null;
            read.SetResult();
            return _goOn.Task;
        }
    }
}
