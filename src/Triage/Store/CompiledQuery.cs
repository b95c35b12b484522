using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kentongan.Triage.Store;

/// <summary>
/// A query of the hot path, taken apart by EF Core once instead of each time it runs. Once for each model: two databases may be in use in
/// one process, and EF Core's own compiled queries stay with the model that they met first.
/// </summary>
public sealed class CompiledQuery<TArgument, TRow>(Expression<Func<TriageDb, TArgument, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<TriageDb, TArgument, IAsyncEnumerable<TRow>>> _ofModel = [];

    public async Task<List<TRow>> ListAsync(TriageDb db, TArgument argument, CancellationToken ct = default)
    {
        var rows = new List<TRow>();
        await foreach (var row in Run(db, argument).WithCancellation(ct))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <returns>The first row, or what stands for none.</returns>
    public async Task<TRow?> FirstAsync(TriageDb db, TArgument argument, CancellationToken ct = default)
    {
        await foreach (var row in Run(db, argument).WithCancellation(ct))
        {
            return row;
        }

        return default;
    }

    private IAsyncEnumerable<TRow> Run(TriageDb db, TArgument argument) =>
        _ofModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument);
}
