using Kentongan.Domain.Reports;

namespace Kentongan.Simulation.Promises;

/// <content>What was touched since one last asked, and all that a standing depends on.</content>
internal sealed partial class Ledger
{
    /// <summary>Who sits somewhere now, and when that may change though nothing is written.</summary>
    private const string Seated = There + " SELECT officer, seat, COALESCE(kecamatan, '') FROM seated";

    private const string RosterUntil = """
        SELECT MIN(t) FROM (
          SELECT "from" AS t FROM absences UNION ALL SELECT "to" FROM absences UNION ALL SELECT "from" FROM postings UNION ALL SELECT "to" FROM postings)
        WHERE t > $now
        """;

    /// <summary>One open report, with all that its standing depends on (policy 1.3, 3).</summary>
    private const string One = """
        SELECT r.status, r.lead, r.lead_seat, r.priority, r.escalation_level, r.situation = r.id,
          (SELECT MAX(d.due_at) FROM deadlines d WHERE d.report = r.id),
          (SELECT GROUP_CONCAT(c.officer) FROM cards c WHERE r.lead IS NULL AND c.report = r.id AND c.withdrawn_at IS NULL AND c.part <> 'Copy'
            AND (c.offered_at IS NOT NULL OR EXISTS (SELECT 1 FROM reports h
              WHERE h.id = r.situation AND h.id <> r.id AND h.situation = h.id AND h.status = 'Offered' AND r.status = 'Offered' AND r.priority <> 'P0'
                AND EXISTS (SELECT 1 FROM cards a WHERE a.report = h.id AND a.officer = c.officer AND a.offered_at IS NOT NULL AND a.withdrawn_at IS NULL)))),
          CASE WHEN r.status = 'Offered' THEN COALESCE((SELECT MAX(r.offered_at, f.at, CASE WHEN f.action = 'Raise' AND r.priority = 'P2' AND r.situation <> r.id THEN f.at + $blur ELSE 0 END, COALESCE((SELECT MIN(c.offered_at) FROM cards c
              WHERE c.report = r.id AND (f.action = 'Reopen' OR (f.action = 'Raise' AND r.priority = 'P2')) AND c.offered_at BETWEEN f.at AND f.at + $blur), 0))
            FROM report_facts f WHERE f.report = r.id AND f.action IN ('Offer', 'PassOn', 'Release', 'Reopen', 'Raise', 'Unmerge')
            ORDER BY f.at DESC, f.sequence DESC LIMIT 1), r.offered_at) END,
          CASE WHEN r.kecamatan IS NOT NULL THEN r.kecamatan || ',' || COALESCE(r.border_kecamatan, '') || ',' || COALESCE(r.supply_kecamatan, '') END
        FROM reports r
        WHERE r.id = $report AND r.status IN ('Received', 'Screening', 'Offered', 'Accepted', 'InProgress', 'Waiting', 'ResolutionProposed', 'Referred')
        """;

    /// <summary>
    /// The store itself writes down what is touched, whoever touches it and by whatever statement: nothing that concerns a standing is missed
    /// because it left no fact.
    /// </summary>
    private const string Touching = """
        CREATE TABLE simulation_touched (number INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT);
        CREATE TRIGGER simulation_filed AFTER INSERT ON reports BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.id); END;
        CREATE TRIGGER simulation_moved AFTER UPDATE OF status, lead, lead_seat, situation, priority, escalation_level, offered_at, kecamatan, border_kecamatan, supply_kecamatan ON reports
          BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.id); END;
        CREATE TRIGGER simulation_due AFTER INSERT ON deadlines BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.report); END;
        CREATE TRIGGER simulation_put_off AFTER UPDATE OF due_at ON deadlines BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.report); END;
        CREATE TRIGGER simulation_met AFTER DELETE ON deadlines BEGIN INSERT INTO simulation_touched (report) VALUES (OLD.report); END;
        CREATE TRIGGER simulation_dealt AFTER INSERT ON cards BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.report); END;
        CREATE TRIGGER simulation_asked AFTER UPDATE OF offered_at, withdrawn_at, part, officer ON cards BEGIN INSERT INTO simulation_touched (report) VALUES (NEW.report); END;
        CREATE TRIGGER simulation_taken AFTER DELETE ON cards BEGIN INSERT INTO simulation_touched (report) VALUES (OLD.report); END;
        CREATE TRIGGER simulation_came AFTER INSERT ON officers BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_changed AFTER UPDATE ON officers BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_posted AFTER INSERT ON postings BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_reposted AFTER UPDATE ON postings BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_unposted AFTER DELETE ON postings BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_left AFTER INSERT ON absences BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        CREATE TRIGGER simulation_back AFTER UPDATE ON absences BEGIN INSERT INTO simulation_touched (report) VALUES (NULL); END;
        """;

    private const int Forgotten = 20_000;

    /// <summary>What a resident does is seen by officers after a random wait, and their clocks start then (threat-model 4, row 13).</summary>
    private static readonly TimeSpan Blur = TimeSpan.FromMinutes(5);

    private long _lastTouched, _pruned;

    /// <summary>Has the store write down from now on what is touched.</summary>
    public void Listen()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Touching;
        command.ExecuteNonQuery();
    }

    /// <summary>The reports that were touched since the last time one asked, and whether anybody in office was.</summary>
    public (List<string> Reports, bool Roster) Touched()
    {
        var rows = Read(
            "SELECT number, report FROM simulation_touched WHERE number > $last ORDER BY number",
            row => (Number: row.GetInt64(0), Report: row.IsDBNull(1) ? null : row.GetString(1)),
            ("$last", _lastTouched));
        _lastTouched = rows.Count > 0 ? rows[^1].Number : _lastTouched;
        if (_lastTouched - _pruned > Forgotten)
        {
            Command("DELETE FROM simulation_touched WHERE number <= $last", ("$last", _pruned = _lastTouched)).ExecuteNonQuery();
        }

        return ([.. rows.Select(row => row.Report).OfType<string>().Distinct()], rows.Exists(row => row.Report is null));
    }

    /// <returns>Null where the report is not open any more.</returns>
    /// <param name="report">Its id.</param>
    /// <param name="next">By priority, start of the clocks and level: the next level and when it is due.</param>
    public Known? Find(string report, Func<Priority, DateTimeOffset, int, (Priority Priority, int Level, DateTimeOffset Due)?> next) => Read(
        One,
        row => new Known(report, Enum.Parse<ReportStatus>(row.GetString(0)))
        {
            Lead = row.IsDBNull(1) ? null : (row.GetString(1), row.GetString(2)),
            Areas = row.IsDBNull(9) ? null : row.GetString(9).Split(','),
            Speaks = !row.IsDBNull(5) && row.GetBoolean(5),
            LastDue = row.IsDBNull(6) ? 0 : row.GetInt64(6),
            Asked = row.IsDBNull(7) ? [] : row.GetString(7).Split(','),
            Next = row.IsDBNull(8) ? null : next(Enum.Parse<Priority>(row.GetString(3)), At(row.GetInt64(8)), row.GetInt32(4)),
        },
        ("$report", report),
        ("$blur", Blur.Ticks)) is [var known] ? known : null;

    /// <summary>Who waits behind this one (policy 3.2).</summary>
    public List<string> SpokenFor(string report) =>
        Read("SELECT id FROM reports WHERE situation = $report AND id <> $report", row => row.GetString(0), ("$report", report));

    public (HashSet<(string Officer, string Seat, string Kecamatan)> Seated, DateTimeOffset Until) Roster(DateTimeOffset now)
    {
        var until = Read<long?>(RosterUntil, row => row.IsDBNull(0) ? null : row.GetInt64(0), ("$now", now.UtcTicks));
        return ([.. Read(Seated, row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("$now", now.UtcTicks))], until is [{ } ticks] ? At(ticks) : DateTimeOffset.MaxValue);
    }
}
