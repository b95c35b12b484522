using Kentongan.Domain;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Outbox;

/// <summary>Writes outbox rows as part of a unit. By hand, since every answer to a resident is one.</summary>
public sealed class OutboxWriter(OutboxSignal signal)
{
    private const string Insert =
        """
        INSERT INTO outbox (priority, due_at, kind, sealed, officer, report, card, body, silent)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) RETURNING id
        """;

    private const string Delete = "DELETE FROM outbox WHERE id = @p0";

    /// <summary>Queues a row; the sender hears of it once the unit is durable.</summary>
    public async Task QueueAsync(Unit unit, OutboxRow row)
    {
        row.DueAt = row.DueAt == 0 ? unit.Now.ToUnixTimeMilliseconds() : row.DueAt;
        var insert = unit.Statement(
            Insert,
            row.Priority,
            row.DueAt,
            row.Kind.ToString(),
            row.Sealed,
            row.Officer?.Value,
            row.Report?.Value,
            row.Card,
            row.Body,
            row.Silent);
        row.Id = Convert.ToInt64(await insert.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        unit.AfterCommit(() => signal.Committed(row));
    }

    /// <summary>Has the command menu of an officer's chat set as their seats ask when it leaves.</summary>
    public Task QueueMenuAsync(Unit unit, OfficerId officer) =>
        QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Low, Kind = OutboxKind.Commands, Officer = officer });

    /// <summary>A row is done with: delivered, or never to be.</summary>
    public static Task<int> RemoveAsync(Unit unit, long id) => unit.Statement(Delete, id).ExecuteNonQueryAsync();
}
