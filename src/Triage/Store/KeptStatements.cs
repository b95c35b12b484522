using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Triage.Store;

/// <summary>
/// Lets the writer's queries keep what SQLite made of their text: EF Core makes a command for each run and SQLite reads its text anew,
/// which took a tenth of the writer's time. Only for the connection that the writer keeps open. Not safe for two threads.
/// </summary>
internal sealed class KeptStatements : IDisposable
{
    /// <summary>The texts are few; what writes lists of changing length into its text shall not fill the memory.</summary>
    private const int Most = 300;

    private readonly Dictionary<string, KeptCommand> _commands = [];

    /// <returns>The command to run in place of the given one; the given one where the kept one is running.</returns>
    public DbCommand For(DbCommand command)
    {
        if (command is not SqliteCommand { Connection: { } connection } given)
        {
            return command;
        }

        if (!_commands.TryGetValue(given.CommandText, out var kept))
        {
            if (_commands.Count == Most)
            {
                return command;
            }

            _commands.Add(given.CommandText, kept = new KeptCommand { CommandText = given.CommandText, Connection = connection });
        }

        if (!kept.Take(given))
        {
            return command;
        }

        given.Dispose(); // EF Core disposes of what it runs: the connection would remember the other one for as long as it is open
        return kept;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Release();
        }

        _commands.Clear();
    }

    /// <summary>Puts the kept commands in the place of EF Core's own.</summary>
    public sealed class Interceptor : DbCommandInterceptor
    {
        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
            eventData.Context is TriageDb { Kept: { } kept } ? kept.For(result) : result;
    }

    /// <summary>Outlives its disposal by EF Core.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        private bool _running;

        public bool Take(SqliteCommand given)
        {
            if (_running)
            {
                return false;
            }

            _running = true;
            Transaction = given.Transaction;
            CommandTimeout = given.CommandTimeout;
            Parameters.Clear();
            Parameters.AddRange(given.Parameters.Cast<SqliteParameter>());
            return true;
        }

        public void Release() => base.Dispose(true);

        /// <summary>EF Core is done with this run.</summary>
        [SuppressMessage("Usage", "CA2215", Justification = "What was prepared is kept until Release.")]
        protected override void Dispose(bool disposing) => _running = false;
    }
}
