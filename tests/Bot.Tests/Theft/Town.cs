using Kentongan.Bot.Tests.Offices;
using Kentongan.Domain;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reputation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>
/// One morning in a town: every resident reports twice, in no particular order, and writes at their own length; some speak Javanese, some
/// ask for news, some leave a draft lying. At noon of it a backup was taken. Kinder to a thief than life: one conversation at a time.
/// </summary>
internal sealed class Town : IAsyncDisposable
{
    /// <summary>The numbers that Telegram could have given out.</summary>
    public const long FirstId = 6_000_000_000;

    public const int Ids = 10_000_000;

    private readonly Random _random;
    private readonly Dictionary<string, long> _writers = [];
    private DateTimeOffset _emptied;
    private SqliteConnection? _reader;
    private readonly string? _server;

    private Town(Office office, int seed, string? server) => (Office, _random, _server) = (office, new Random(seed), server);

    public Office Office { get; }

    public List<long> Residents { get; } = [];

    /// <summary>Who wrote which report: what the thief is after.</summary>
    public IReadOnlyDictionary<string, long> Writers => _writers;

    /// <summary>Who asked which counsellor's help, and when.</summary>
    public Dictionary<string, (long Resident, DateTimeOffset At)> Asked { get; } = [];

    /// <summary>Whose two reports two people found to be hoaxes.</summary>
    public IEnumerable<long> Liars => Residents.Where((_, index) => index % 6 == 5);

    public string Backup { get; private set; } = "";

    /// <param name="emptying">Whether the job runs that empties the log.</param>
    /// <param name="server">The PostgreSQL database that it is kept in; null for SQLite.</param>
    public static async Task<Town> LiveAsync(int residents, int seed, bool emptying = true, string? server = null)
    {
        var settings = server is null ? null : new Dictionary<string, string?> { ["Store:Provider"] = "Postgres", ["Store:ConnectionString"] = server };
        var town = new Town(await Office.OpenAsync(seed, settings), seed, server);
        await town.LiveAsync(residents, emptying);
        return town;
    }

    /// <summary>Database and log as they lie on the disk while the program runs, and the backup.</summary>
    public (string Database, string Log, string Backup) Steal()
    {
        var away = Directory.CreateDirectory(Path.Combine(Office.Root, "stolen")).FullName;
        foreach (var file in (string[])["kentongan.db", "kentongan.db-wal"])
        {
            File.Copy(Path.Combine(Office.Data, file), Path.Combine(away, "live-" + file), overwrite: true);
        }

        return (Path.Combine(away, "live-kentongan.db"), Path.Combine(away, "live-kentongan.db-wal"), Backup);
    }

    /// <summary>The whole of it as one file to read: the log is worked in.</summary>
    public Loot Whole()
    {
        var (database, log, _) = Steal();
        var whole = Path.Combine(Office.Root, "stolen", "whole.db");
        File.Copy(database, whole, overwrite: true);
        File.Copy(log, whole + "-wal", overwrite: true);
        return new Loot(whole);
    }

    public string PseudonymOf(long resident) => Convert.ToHexString(Office.Get<DayKeys>().Today.Pseudonym(resident));

    public bool SameWriter((string One, string Other) pair) => _writers[pair.One] == _writers[pair.Other];

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }

        await Office.DisposeAsync();
        if (_server is not null)
        {
            await ServerLoot.DropAsync(_server);
        }
    }

    private async Task LiveAsync(int residents, bool emptying)
    {
        Office.Clock.Now = new DateTimeOffset(2026, 9, 16, 0, 5, 0, TimeSpan.Zero);
        await Office.BindAsync("kapolsek", 11);
        await Office.BindAsync("konselor", 12);
        Office.Before = () => PassAsync(emptying);
        while (Residents.Count < residents)
        {
            Residents.Add(FirstId + _random.Next(Ids));
        }

        var style = Residents.ToDictionary(id => id, _ => _random.Next(40, 700));
        long[] order = [.. Residents, .. Residents];
        _random.Shuffle(order);
        for (var i = 0; i < order.Length; i++)
        {
            if (i == order.Length / 2)
            {
                foreach (var idle in Residents.Where((_, index) => index % 7 == 0))
                {
                    await Office.SayAsync(idle, "/lapor");
                    await Office.SayAsync(idle, new string('x', style[idle]));
                }

                Backup = _server is null
                    ? await Office.Get<StoreBackup>().TakeAsync(null, CancellationToken.None)
                    : (await new ServerLoot(_server).CarryAsync(Path.Combine(Office.Root, "noon.db"))).Path;
            }

            if (i == order.Length * 19 / 20 && !emptying && _server is null)
            {
                await HoldLogAsync();
            }

            await ReportAsync(order[i], style[order[i]] + _random.Next(-2, 3));
            if (order[i] % 4 == 1 && _random.Next(2) == 0 && !Asked.Values.Any(asked => asked.Resident == order[i]))
            {
                await AskForHelpAsync(order[i], style[order[i]]); // by the button below the receipt
            }
        }

        if (emptying && _server is not null)
        {
            await Office.Get<EmptyLog>().RunAsync(CancellationToken.None); // whose runs a server makes slow: here at long intervals, and once more
        }
    }

    private async Task ReportAsync(long resident, int length)
    {
        if (resident % 2 == 0)
        {
            await Office.TapAsync(resident, "l:Javanese");
        }

        var before = _writers.Keys.ToHashSet();
        await Office.ReportAsync(resident, Story(length));
        var id = (await Office.ReadAsync(db => db.Database.SqlQueryRaw<string>(IdsOf("reports")).ToListAsync())).Single(one => !before.Contains(one));
        _writers.Add(id, resident);
        if (Liars.Contains(resident))
        {
            await Office.CommitAsync(async unit =>
            {
                await Office.Get<ReputationBook>().CountAsync(unit, new ReportId(Guid.Parse(id)));
                return 0;
            });
        }

        if (resident % 3 == 0)
        {
            await Office.TapAsync(resident, Office.Telegram.Of(resident).SelectMany(bubble => bubble.Buttons).Last(button => button.Data.StartsWith("r:p:", StringComparison.Ordinal)).Data);
        }
    }

    /// <summary>Somebody reads for long, and the log cannot be used anew from its beginning.</summary>
    private async Task HoldLogAsync()
    {
        await Office.Get<EmptyLog>().RunAsync(CancellationToken.None);
        _reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Office.Data, "kentongan.db"), Pooling = false }.ToString());
        await _reader.OpenAsync();
        await using var read = _reader.CreateCommand();
        read.CommandText = "BEGIN; SELECT count(*) FROM reports";
        await read.ExecuteScalarAsync();
    }

    private async Task AskForHelpAsync(long resident, int length)
    {
        var before = Asked.Keys.ToHashSet();
        await Office.TapAsync(resident, "m:help");
        for (var question = 0; question < 5; question++)
        {
            await Office.TapAsync(resident, "hs:skip");
        }

        await Office.SayAsync(resident, Story(length));
        await Office.TapAsync(resident, "hs:send");
        var id = (await Office.ReadAsync(db => db.Database.SqlQueryRaw<string>(IdsOf("help_requests")).ToListAsync())).Single(one => !before.Contains(one));
        Asked.Add(id, (resident, Office.Clock.Now));
        if (_random.Next(2) == 0)
        {
            await Office.PressAsync(12, "✋ Ambil");
            await Office.PressAsync(12, "💬 Jawab");
            await Office.SayAsync(12, "Kami di sini.");
        }
    }

    private string IdsOf(string table) => $"SELECT {(_server is null ? "id" : "id::text")} AS \"Value\" FROM {table}";

    private string Story(int length) => string.Join(' ', Enumerable.Repeat("bau", (length / 4) + 1))[..length];

    private async Task PassAsync(bool emptying)
    {
        Office.Clock.Now += TimeSpan.FromSeconds(_random.Next(5, 20));
        if (emptying && Office.Clock.Now - _emptied >= (_server is null ? TimeSpan.FromSeconds(30) : TimeSpan.FromMinutes(15)))
        {
            _emptied = Office.Clock.Now;
            await Office.Get<EmptyLog>().RunAsync(CancellationToken.None);
        }
    }
}
