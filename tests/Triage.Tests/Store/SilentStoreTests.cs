using System.Collections.Concurrent;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kentongan.Triage.Tests.Store;

/// <summary>What is bound to a statement stands in no log and in no error (threat-model 4, row 2).</summary>
public sealed class SilentStoreTests
{
    private const string Canary = "kenaripermata", Name = "jalakbali";

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Statements_that_work_and_that_fail_tell_no_value(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        using var heard = new Heard();
        await using var process = desk.Register(new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(heard))).BuildServiceProvider();
        await process.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None);
        var committer = process.GetRequiredService<Committer>();
        Func<Unit, Task> add = unit =>
        {
            unit.Db.Settings.Add(new SettingRow { Name = Name, Value = Canary });
            return Task.CompletedTask;
        };

        await committer.CommitAsync(add, CancellationToken.None);
        var twice = await Assert.ThrowsAnyAsync<Exception>(() => committer.CommitAsync(add, CancellationToken.None));
        var raw = await Assert.ThrowsAnyAsync<Exception>(() => committer.CommitAsync(
            unit => unit.Statement("INSERT INTO settings (name, value) VALUES (@p0, @p1)", Name, Canary).ExecuteNonQueryAsync(), CancellationToken.None));

        string[] told = [.. heard.Lines, twice.ToString(), raw.ToString()];
        Assert.Contains(told, line => line.Contains("Executed DbCommand", StringComparison.Ordinal)); // the log is heard
        Assert.All(told, line => Assert.DoesNotContain(Canary, line, StringComparison.OrdinalIgnoreCase));
        Assert.All(told, line => Assert.DoesNotContain(Name, line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_start_with_sensitive_logging_is_refused()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite);
        var talkative = new DbContextOptionsBuilder<SqliteTriageDb>().UseSqlite("Data Source=:memory:").EnableSensitiveDataLogging().Options;

        Assert.Contains("sensitive data logging is on", (await RefusedAsync(desk, new Only(() => new SqliteTriageDb(talkative)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Include Error Detail=true")]
    [InlineData("Log Parameters=true")]
    public async Task A_connection_that_would_tell_values_is_refused(string more)
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Postgres);
        var source = await desk.ReadAsync(db => Task.FromResult(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString())));
        var talkative = new DbContextOptionsBuilder<PostgresTriageDb>().UseNpgsql($"{source};{more}").Options;

        Assert.Contains("Include Error Detail or Log Parameters", (await RefusedAsync(desk, new Only(() => new PostgresTriageDb(talkative)))).Message, StringComparison.Ordinal);
    }

    private static async Task<StartRefusedException> RefusedAsync(Desk desk, IDbContextFactory<TriageDb> contexts)
    {
        await using var process = desk.Register(new ServiceCollection().AddLogging()).Replace(ServiceDescriptor.Singleton(contexts)).BuildServiceProvider();
        return await Assert.ThrowsAsync<StartRefusedException>(() => process.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None));
    }

    private sealed class Only(Func<TriageDb> make) : IDbContextFactory<TriageDb>
    {
        public TriageDb CreateDbContext() => make();
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue(formatter(state, exception) + exception);
            if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
            {
                Lines.Enqueue(string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")));
            }
        }

        public void Dispose()
        {
        }
    }
}
