using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What the pages ask of the store is answered from indexes: years of reports must not make them slow.</summary>
public sealed partial class QueryPlanTests
{
    private static readonly string[] Large = ["reports", "report_facts", "report_contents", "report_messages", "cards", "notifications", "deadlines"];

    private static readonly string[] Pages =
    [
        "/papan", "/papan?kec=33.20.01&jenis=miras", "/daftar", "/daftar?hal=2", "/daftar?kec=33.20.01&jenis=miras&status=Closed&prioritas=P2", "/daftar?desa=33.20.01.2001",
        "/daftar?jenis=narkoba&dari=2026-01-01&sampai=2026-09-30", "/daftar?kursi=camat&tahap=diterima", "/daftar?tahap=ditindak", "/daftar?q=K7Q",
        "/daftar?antrean=perlu-lokasi", "/daftar?antrean=perlu-verifikasi", "/daftar?antrean=perlu-keputusan", "/daftar?antrean=terlambat", "/daftar?antrean=tak-terjangkau", "/daftar?antrean=karantina",
        "/daftar?ukuran=terbukti&dari=2026-01-01&sampai=2026-09-30", "/daftar?ukuran=dibuka-lagi&dari=2026-01-01", "/daftar?ukuran=naik&dari=2026-01-01", "/daftar?ukuran=tingkat-2&dari=2026-01-01",
        "/daftar?ukuran=sebab-dilepas&dari=2026-01-01", "/daftar?ukuran=sebab-tidak-diterima&dari=2026-01-01", "/daftar?ukuran=tanpa-resi-bpbd&dari=2026-01-01", "/daftar?ukuran=kolom-baru", "/daftar?ukuran=kolom-darurat",
        "/daftar?ukuran=situasi-k7q-4zm", "/daftar?ukuran=dipegang-00000000000000000000000000000001", "/daftar?ukuran=belum-dibuka-00000000000000000000000000000001", "/daftar.csv?kec=33.20.01", "/peta", "/peta?kec=33.20.01", "/peta?jenis=miras", "/angka", "/angka?kec=33.20.01",
    ];

    public static TheoryData<StoreProvider, string> Everybody => new(
        from provider in new[] { StoreProvider.Sqlite, StoreProvider.Postgres }
        from officer in new[] { "koordinator", "auditor", "kapolsek" }
        select (provider, officer));

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_page_reads_a_large_table_from_end_to_end(StoreProvider provider, string officer)
    {
        await using var office = await Office.OpenAsync(provider, Desk.Usual + " auditor");
        var number = (await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing("miras.produksi", story: "Pabriknya di rumah belakang pasar.")))).CaseNumber;
        var visitor = await office.SignInAsync(officer);
        using var asked = new Questions(await office.Desk.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));

        foreach (var page in Pages.Append($"/kasus/{number}"))
        {
            Assert.Equal((page, 200), (page, (await visitor.GetAsync(page)).Status));
        }

        foreach (var page in new[] { "/bulanan", "/bulanan?kec=33.20.01", "/bulanan/umum" })
        {
            await visitor.GetAsync(page); // not for everybody
        }

        await visitor.SendAsync("/cari", "/cari", ("q", "belakang pasar"));

        var wrong = await office.Desk.ReadAsync(db => WrongAsync(db, provider, asked.All));
        Assert.True(asked.All.Count > 30, $"Only {asked.All.Count} questions were heard.");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    /// <summary>Of years of reports nearly all are closed: an index of the state leads past each of them, one of time to those that are meant.</summary>
    [Fact]
    public async Task What_is_closed_is_not_looked_for_by_its_state()
    {
        await using var office = await Office.OpenAsync();
        var coordinator = await office.SignInAsync("koordinator");
        using var asked = new Questions(await office.Desk.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));

        foreach (var page in new[] { "/daftar?status=Closed", "/daftar?ukuran=terbukti&dari=2026-01-01&sampai=2026-09-30", "/daftar?ukuran=berakhir&dari=2026-09-01", "/bulanan" })
        {
            Assert.Equal((page, 200), (page, (await coordinator.GetAsync(page)).Status));
        }

        var closed = asked.All.Where(question => question.Sql.Contains("= 'Closed'", StringComparison.Ordinal) || question.Values.Any(value => value.Value is "Closed")).ToList();
        var wrong = new List<string>();
        await office.Desk.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            foreach (var question in closed)
            {
                wrong.AddRange((await PlanAsync(db, StoreProvider.Sqlite, question)).Where(line => line.Contains(" INDEX IX_reports_status_priority (status=?)", StringComparison.Ordinal)
                    && !line.Contains("COVERING", StringComparison.Ordinal)).Select(line => $"{question.Sql}\n{line}"));
            }

            return 0;
        });
        Assert.True(closed.Count > 4, $"Only {closed.Count} questions asked for what is closed.");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static async Task<List<string>> WrongAsync(TriageDb db, StoreProvider provider, IReadOnlyCollection<Question> questions)
    {
        await db.Database.OpenConnectionAsync();
        var wrong = new List<string>();
        if (provider == StoreProvider.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off"); // with five rows it would rather read them all
        }

        foreach (var question in questions)
        {
            var plan = await PlanAsync(db, provider, question);
            if (plan.Exists(line => IsScan(line, question.Sql, provider)))
            {
                wrong.Add($"{question.Sql}\n{string.Join('\n', plan)}");
            }
        }

        return wrong;
    }

    private static async Task<List<string>> PlanAsync(TriageDb db, StoreProvider provider, Question question)
    {
        await using var explain = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // what the product itself sent
        explain.CommandText = (provider == StoreProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + question.Sql;
#pragma warning restore CA2100
        foreach (var (name, value) in question.Values)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            explain.Parameters.Add(parameter);
        }

        var plan = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(provider == StoreProvider.Sqlite ? 3 : 0));
            }
        }

        return plan;
    }

    /// <summary>A walk along an index that holds all the question needs, or along one that stops at a limit, is none.</summary>
    private static bool IsScan(string line, string sql, StoreProvider provider)
    {
        if (provider == StoreProvider.Postgres)
        {
            return SequentialScan().Match(line) is { Success: true } scan && Large.Contains(scan.Groups[1].Value);
        }

        return WholeScan().Match(line) is { Success: true } whole
            && TableOf(whole.Groups[1].Value, sql) is { } table && Large.Contains(table)
            && !line.Contains("COVERING INDEX", StringComparison.Ordinal)
            && !(line.Contains("USING INDEX", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal));
    }

    private static string? TableOf(string alias, string sql) =>
        Regex.Match(sql, $"\"([a-z_]+)\" AS \"{Regex.Escape(alias)}\"") is { Success: true } named ? named.Groups[1].Value : null;

    [GeneratedRegex(@"^\s*(?:->)?\s*Seq Scan on ""?(\w+)")]
    private static partial Regex SequentialScan();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex WholeScan();

    private sealed record Question(string Sql, IReadOnlyList<(string Name, object? Value)> Values);

    /// <summary>Hears every query that goes to one database, each form once.</summary>
    private sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _connection;
        private readonly Dictionary<string, Question> _heard = [];
        private readonly List<IDisposable> _ears = [];

        public Questions(string connection)
        {
            _connection = connection;
            _ears.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyCollection<Question> All
        {
            get
            {
                lock (_heard)
                {
                    return [.. _heard.Values];
                }
            }
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _ears.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: var command } && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && IsOurs(command))
            {
                lock (_heard)
                {
                    _heard[command.CommandText] = new Question(
                        command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]);
                }
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _ears.ForEach(ear => ear.Dispose());

        /// <summary>Other tests run beside this one.</summary>
        private bool IsOurs(DbCommand command) => command.Connection is { } connection
            && (connection is Npgsql.NpgsqlConnection ? _connection.Contains($"Database={connection.Database}", StringComparison.Ordinal) : _connection.Contains(connection.DataSource, StringComparison.Ordinal));
    }
}
