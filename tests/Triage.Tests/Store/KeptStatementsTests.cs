using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Tests.Store;

public sealed class KeptStatementsTests
{
    [Fact]
    public async Task The_command_that_a_kept_one_replaces_is_disposed_of_or_the_connection_would_remember_it()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var kept = new KeptStatements();
        var disposed = 0;

        for (var run = 0; run < 3; run++)
        {
            var given = connection.CreateCommand();
            given.CommandText = "SELECT $number";
            given.Parameters.AddWithValue("$number", run);
            given.Disposed += (_, _) => disposed++;
            await using var command = kept.For(given);
            Assert.Equal((long)run, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(3, disposed);
    }
}
