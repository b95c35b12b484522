using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Simulation.World;

/// <summary>How long the product's own queries take, reading what they found included (<c>--statements</c>).</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TimeSpan Spent, TimeSpan Longest, long Times)> _spent = [];

    public IEnumerable<(string Sql, double Seconds, double Longest, long Times)> Most(int count)
    {
        lock (_gate)
        {
            return [.. _spent.OrderByDescending(one => one.Value.Spent).Take(count).Select(one => (one.Key, one.Value.Spent.TotalSeconds, one.Value.Longest.TotalSeconds, one.Value.Times))];
        }
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Add(command, eventData.Duration); // to the first row; the others are read before it is disposed
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Add(command, eventData.Duration);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Add(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Add(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    private void Add(DbCommand command, TimeSpan spent)
    {
        lock (_gate)
        {
            var (before, longest, times) = _spent.GetValueOrDefault(command.CommandText);
            _spent[command.CommandText] = (before + spent, spent > longest ? spent : longest, times + 1);
        }
    }
}
