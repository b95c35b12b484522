using Kentongan.Domain;
using Kentongan.Simulation.Promises;

namespace Kentongan.Simulation.World;

/// <summary>Does to the store by hand what the product must never do: takes deadlines, cards and holders from reports (policy 1.3).</summary>
internal sealed class Sabotage(VirtualClock clock, Agenda agenda, Ledger ledger, Watch watch, Random random, Action hidden)
{
    private const string Led = "status IN ('Accepted', 'InProgress', 'Waiting', 'Referred', 'ResolutionProposed') AND lead IS NOT NULL";
    private const string Asked = "status IN ('Offered', 'Screening') AND lead IS NULL";
    private const string Open = "status IN ('Received', 'Screening', 'Offered', 'Accepted', 'InProgress', 'Waiting', 'Referred', 'ResolutionProposed')";
    private const string NoDeadlines = "DELETE FROM deadlines WHERE report = $report";
    private const string NoCards = "DELETE FROM cards WHERE report = $report";

    /// <summary>Somebody whom Telegram does not reach, or who sits nowhere any more.</summary>
    private const string Gone = """
        UPDATE reports SET lead = (SELECT o.id FROM officers o WHERE o.unreachable_since IS NOT NULL OR o.removed_at IS NOT NULL ORDER BY o.id LIMIT 1)
        WHERE id = $report AND EXISTS (SELECT 1 FROM officers o WHERE o.unreachable_since IS NOT NULL OR o.removed_at IS NOT NULL)
        """;

    private static readonly (string How, string Where, string[] Sql)[] Ways =
    [
        ("its deadlines were deleted", Open, [NoDeadlines]),
        ("its cards were deleted", Asked, [NoCards]),
        ("its cards were never sent", Asked, ["UPDATE cards SET offered_at = NULL WHERE report = $report"]),
        ("its cards were withdrawn", Asked, ["UPDATE cards SET withdrawn_at = $now WHERE report = $report"]),
        ("its holder was made somebody gone", Led, [Gone]),
        ("deadlines and cards were deleted", Asked, [NoDeadlines, NoCards]),
        ("deadlines and holder went", Led, [NoDeadlines, Gone]),
    ];

    public void Begin(TimeSpan length, int times)
    {
        for (; times > 0; times--)
        {
            agenda.At(clock.Now + (length * (0.02 + (0.97 * random.NextDouble()))), () =>
            {
                Injure(random.Pick(Ways), new Guid(random.Next(), 0, 0, new byte[8]));
                return Task.CompletedTask;
            });
        }
    }

    private void Injure((string How, string Where, string[] Sql) way, Guid from)
    {
        if (ledger.From(Ledger.Key(new ReportId(from)), way.Where) is not [var report] || ledger.Of(report, clock.Now) is not { IsOrphan: false })
        {
            return;
        }

        foreach (var sql in way.Sql)
        {
            ledger.Write(sql, ("$report", report), ("$now", clock.Now.UtcTicks));
        }

        if (ledger.Of(report, clock.Now) is { IsOrphan: true })
        {
            watch.Injure(report, way.How, clock.Now);
            hidden();
        }
    }
}
