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

    public Task<List<TRow>> ListAsync(TriageDb db, TArgument argument, CancellationToken ct = default) => Run(db, argument).ToListAsync(ct).AsTask();

    /// <returns>The first row, or what stands for none.</returns>
    public Task<TRow?> FirstAsync(TriageDb db, TArgument argument, CancellationToken ct = default) => Run(db, argument).FirstOrDefaultAsync(ct).AsTask();

    private IAsyncEnumerable<TRow> Run(TriageDb db, TArgument argument) =>
        _ofModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument);
}

/// <summary>The same with three arguments.</summary>
public sealed class CompiledQuery<T1, T2, T3, TRow>(Expression<Func<TriageDb, T1, T2, T3, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<TriageDb, T1, T2, T3, IAsyncEnumerable<TRow>>> _ofModel = [];

    public Task<List<TRow>> ListAsync(TriageDb db, T1 first, T2 second, T3 third) => Run(db, first, second, third).ToListAsync().AsTask();

    public IAsyncEnumerable<TRow> Run(TriageDb db, T1 first, T2 second, T3 third) =>
        _ofModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third);
}

/// <summary>The same with seven arguments.</summary>
public sealed class CompiledQuery<T1, T2, T3, T4, T5, T6, T7, TRow>(Expression<Func<TriageDb, T1, T2, T3, T4, T5, T6, T7, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<TriageDb, T1, T2, T3, T4, T5, T6, T7, IAsyncEnumerable<TRow>>> _ofModel = [];

    public IAsyncEnumerable<TRow> Run(TriageDb db, T1 first, T2 second, T3 third, T4 fourth, T5 fifth, T6 sixth, T7 seventh) =>
        _ofModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third, fourth, fifth, sixth, seventh);
}

/// <summary>The same with four arguments.</summary>
public sealed class CompiledQuery<T1, T2, T3, T4, TRow>(Expression<Func<TriageDb, T1, T2, T3, T4, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<TriageDb, T1, T2, T3, T4, IAsyncEnumerable<TRow>>> _ofModel = [];

    public Task<List<TRow>> ListAsync(TriageDb db, T1 first, T2 second, T3 third, T4 fourth) => Run(db, first, second, third, fourth).ToListAsync().AsTask();

    public IAsyncEnumerable<TRow> Run(TriageDb db, T1 first, T2 second, T3 third, T4 fourth) =>
        _ofModel.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, first, second, third, fourth);
}
