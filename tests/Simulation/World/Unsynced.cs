using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Simulation.World;

/// <summary>
/// The disk is not waited for: the power is cut in <see cref="Power"/>, at a commit, and never takes the machine's own memory with it. What
/// a commit is worth on a disk is the product's pragma, which has a test of its own.
/// </summary>
internal sealed class Unsynced : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous=OFF";
        pragma.ExecuteNonQuery();
    }
}
