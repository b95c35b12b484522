using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Simulation.World;
using Microsoft.Data.Sqlite;

namespace Kentongan.Simulation.Promises;

/// <param name="Ahead">A deadline lies in the future, or passed within the minute in which it is met.</param>
/// <param name="Answered">Somebody who can be reached holds it in a seat of its area, or was asked and may still take it.</param>
internal sealed record Standing(string Report, ReportStatus Status, bool Ahead, bool Answered)
{
    public bool IsOrphan => !Ahead || !Answered;
}

/// <summary>Reads the store in its own words, past the product's code, so that a mistake there is not repeated here.</summary>
internal sealed partial class Ledger(string database, Power power) : IDisposable
{
    /// <summary>Who can be reached, is not away, and sits (or stands in) where; looked up by whoever asks for one.</summary>
    private const string There = """
        WITH present AS NOT MATERIALIZED (
          SELECT o.id FROM officers o
          WHERE o.chat IS NOT NULL AND o.removed_at IS NULL AND o.unreachable_since IS NULL
            AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.officer = o.id AND a."from" <= $now AND a."to" > $now)),
        seated AS NOT MATERIALIZED (
          SELECT p.officer, p.seat, p.kecamatan FROM postings p
          WHERE p."from" <= $now AND (p."to" IS NULL OR p."to" > $now) AND EXISTS (SELECT 1 FROM present o WHERE o.id = p.officer)
          UNION ALL
          SELECT a.substitute, p.seat, p.kecamatan FROM absences a JOIN postings p ON p.officer = a.officer
          WHERE a."from" <= $now AND a."to" > $now AND EXISTS (SELECT 1 FROM present o WHERE o.id = a.substitute) AND p."from" <= $now AND (p."to" IS NULL OR p."to" > $now))
        """;

    private const string Standing = There + """

        SELECT r.id, r.status,
          EXISTS (SELECT 1 FROM deadlines d WHERE d.report = r.id AND d.due_at > $late),
          CASE WHEN r.status = 'Received' THEN 1
            WHEN r.lead IS NOT NULL THEN EXISTS (SELECT 1 FROM seated s WHERE s.officer = r.lead AND s.seat = r.lead_seat
              AND (s.kecamatan IS NULL OR r.kecamatan IS NULL OR s.kecamatan IN (r.kecamatan, r.border_kecamatan, r.supply_kecamatan)))
            ELSE EXISTS (SELECT 1 FROM cards c WHERE c.report = r.id AND (c.offered_at IS NOT NULL OR EXISTS (SELECT 1 FROM reports h
                WHERE h.id = r.situation AND h.id <> r.id AND h.situation = h.id AND h.status = 'Offered' AND r.status = 'Offered' AND r.priority <> 'P0'
                  AND EXISTS (SELECT 1 FROM cards a WHERE a.report = h.id AND a.officer = c.officer AND a.offered_at IS NOT NULL AND a.withdrawn_at IS NULL))) AND c.withdrawn_at IS NULL AND c.part <> 'Copy'
              AND EXISTS (SELECT 1 FROM seated s WHERE s.officer = c.officer)) END
        FROM reports r
        WHERE r.status IN ('Received', 'Screening', 'Offered', 'Accepted', 'InProgress', 'Waiting', 'ResolutionProposed', 'Referred')
        """;

    /// <summary>The same of all: everybody who sits somewhere is found once.</summary>
    private static readonly string Standings = Standing.Replace("seated AS NOT MATERIALIZED", "seated AS MATERIALIZED", StringComparison.Ordinal)
        .Replace("EXISTS (SELECT 1 FROM seated s WHERE s.officer = c.officer)", "c.officer IN (SELECT officer FROM seated)", StringComparison.Ordinal);

    private readonly SqliteConnection _connection = Open(database);
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private (long Commit, DateTimeOffset? Due) _next = (-1, null);

    /// <summary>How often it was written to past the product.</summary>
    public long Written { get; private set; }

    /// <summary>Every open report.</summary>
    public List<Standing> All(DateTimeOffset now) => Read(Standings, StandingOf, ("$now", now.UtcTicks), ("$late", (now - Watch.Grace).UtcTicks));

    /// <returns>Null where the report is not open any more.</returns>
    public Standing? Of(string report, DateTimeOffset now) =>
        Read(Standing + " AND r.id = $report", StandingOf, ("$now", now.UtcTicks), ("$late", (now - Watch.Grace).UtcTicks), ("$report", report)) is [var one] ? one : null;

    /// <summary>When the next deadline is due; asked anew after each commit.</summary>
    public DateTimeOffset? NextDeadline()
    {
        if (_next.Commit != power.Commits)
        {
            _next = (power.Commits, Read<DateTimeOffset?>("SELECT MIN(due_at) FROM deadlines", row => row.IsDBNull(0) ? null : At(row.GetInt64(0)))[0]);
        }

        return _next.Due;
    }

    public List<(string Kind, DateTimeOffset DueAt)> Due(DateTimeOffset now) =>
        Read("SELECT kind, due_at FROM deadlines WHERE due_at <= $now ORDER BY due_at LIMIT 200", row => (row.GetString(0), At(row.GetInt64(1))), ("$now", now.UtcTicks));

    /// <summary>Whether there is anything on this card that its officer could tap.</summary>
    public bool Calls(OfficerId officer, ReportId report, DateTimeOffset now) => Read(
        """
        SELECT 1 FROM cards c JOIN reports r ON r.id = c.report
        WHERE c.report = $report AND c.officer = $officer AND c.offered_at <= $now
          AND (r.hand_over_to = $officer
            OR (r.lead = $officer AND r.status IN ('Accepted', 'InProgress', 'Waiting', 'Referred'))
            OR (r.status = 'Screening' AND c.part = 'Screener')
            OR (r.status = 'Offered' AND c.part <> 'Copy')
            OR r.status = 'ResolutionProposed'
            OR (r.status IN ('Accepted', 'InProgress') AND c.part = 'Lead')
            OR (r.status = 'Closed' AND r.in_hospital > 0))
        """,
        _ => true,
        ("$report", Key(report)),
        ("$officer", Key(officer)),
        ("$now", now.UtcTicks)).Count > 0;

    public long? CardOf(OfficerId officer, ReportId report) =>
        Read("SELECT id FROM cards WHERE report = $report AND officer = $officer", row => row.GetInt64(0), ("$report", Key(report)), ("$officer", Key(officer))) is [var card] ? card : null;

    /// <returns>Null for whoever has left office.</returns>
    public long? ChatOf(OfficerId officer) =>
        Read("SELECT chat FROM officers WHERE id = $officer AND removed_at IS NULL AND chat IS NOT NULL", row => row.GetInt64(0), ("$officer", Key(officer))) is [var chat] ? chat : null;

    public bool IsInOutbox(long id) => Read("SELECT 1 FROM outbox WHERE id = $id", _ => true, ("$id", id)).Count > 0;

    public long Count(string table) => Read($"SELECT COUNT(*) FROM {table}", row => row.GetInt64(0))[0];

    public List<ReportId> Emergencies() => Read("SELECT id FROM reports WHERE priority = 'P0'", row => new ReportId(Guid.Parse(row.GetString(0))));

    /// <summary>Open reports from one on, in the order of their random ids: a fair draw without reading them all.</summary>
    public List<string> From(string id, string where) =>
        Read($"SELECT id FROM reports WHERE id >= $id AND {where} ORDER BY id LIMIT 1", row => row.GetString(0), ("$id", id));

    public int Write(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        _next = (-1, null);
        Written++;
        return Command(sql, values).ExecuteNonQuery();
    }

    public static string Key(ReportId report) => Key(report.Value);

    private static string Key(OfficerId officer) => Key(officer.Value);

    private static string Key(Guid id) => id.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static Standing StandingOf(SqliteDataReader row) =>
        new(row.GetString(0), Enum.Parse<ReportStatus>(row.GetString(1)), row.GetBoolean(2), row.GetBoolean(3));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout=10000; PRAGMA synchronous=OFF";
        patience.ExecuteNonQuery();
        return connection;
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
