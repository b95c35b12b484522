using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Help;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Store;

/// <summary>
/// Whoever steals the database sorts rows by their number, or by the transaction that wrote them, and lays them beside the times of reports
/// (threat-model 4, rows 3 and 6).
/// </summary>
public sealed class RowOrderTests
{
    private const int People = 40;

    /// <summary>Pairs out of order among so many rows: 390 by chance, give or take 43. Two hundred more or less come once in 300,000 times.</summary>
    private const int FewestByChance = 190, MostByChance = 590;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_tells_in_which_order_rows_of_people_came(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var asked = new List<string>();
        for (var person = 0; person < People; person++)
        {
            await desk.FileAsync(); // of the same moment
            await desk.CommitAsync(unit =>
            {
                byte[] name = [(byte)person, .. Guid.NewGuid().ToByteArray()];
                unit.Db.Reputations.Add(new ReputationRow { Pseudonym = name, Key = 1, Hoaxes = 1 });
                unit.Db.DailyLimits.Add(new DailyLimitRow { Mark = name, ExpiresAt = unit.Now });
                if (provider == StoreProvider.Postgres) // on SQLite the statement of conversations numbers them: see the theft game
                {
                    unit.Db.Conversations.Add(new ConversationRow { Pseudonym = name, Sealed = new byte[3_000], Version = 1, ExpiresAt = 1 });
                }

                return Task.CompletedTask;
            });
            await desk.AskAsync();
            asked.Add((await desk.RequestsAsync()).Select(id => id.Value.ToString("D")).Single(id => !asked.Contains(id)));
        }

        Assert.Contains(await InversionsAsync(desk, provider, asked), table => table.Value == 0); // there is something to forget
        await desk.RunAsync<EmptyLog>();

        var forgotten = await InversionsAsync(desk, provider, asked);
        Assert.Equal(provider == StoreProvider.Postgres ? 5 : 3, forgotten.Count);
        Assert.All(forgotten, table => Assert.True(table.Value is > FewestByChance and < MostByChance, $"{table.Key}: {table.Value}"));
        Assert.Equal((People, People), (await desk.ReadAsync(db => db.Reputations.CountAsync()), await desk.ReadAsync(db => db.DailyLimits.CountAsync())));
        Assert.Equal(People, (await desk.RequestsAsync()).Count);
        if (provider == StoreProvider.Postgres)
        {
            Assert.Empty(await TextsAsync(desk, "SELECT c.xmin::text FROM conversations c JOIN report_contents r ON r.xmin = c.xmin"));
            Assert.Single(await TextsAsync(desk, "SELECT DISTINCT xmin::text FROM conversations"));
            Assert.Empty(await TextsAsync(desk, $"SELECT t.xmin::text FROM {await ToastAsync(desk)} t JOIN report_contents r ON r.xmin = t.xmin"));
        }
    }

    [Fact]
    public async Task On_PostgreSQL_where_it_is_dear_rows_are_written_anew_every_half_minute_at_most()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Postgres);
        await desk.RunAsync<EmptyLog>();
        await desk.CommitAsync(unit =>
        {
            unit.Db.DailyLimits.Add(new DailyLimitRow { Mark = [1], ExpiresAt = unit.Now });
            return Task.CompletedTask;
        });
        var written = await TextsAsync(desk, "SELECT xmin::text FROM daily_limits");

        desk.Clock.Now += TimeSpan.FromSeconds(29);
        await desk.RunAsync<EmptyLog>();
        Assert.Equal(written, await TextsAsync(desk, "SELECT xmin::text FROM daily_limits"));
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        await desk.RunAsync<EmptyLog>();

        Assert.NotEqual(written, await TextsAsync(desk, "SELECT xmin::text FROM daily_limits"));
    }

    [Fact]
    public async Task Whoever_reads_a_table_for_long_holds_nobody_up_and_it_is_written_anew_afterwards()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Postgres);
        async Task AddAsync(byte mark) => await desk.CommitAsync(unit =>
        {
            unit.Db.DailyLimits.Add(new DailyLimitRow { Mark = [mark], ExpiresAt = unit.Now });
            return Task.CompletedTask;
        });
        await AddAsync(1);
        const string File = "SELECT pg_relation_filepath('daily_limits')";
        var file = await TextsAsync(desk, File);
        await using (var reading = await desk.Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync())
        {
            await using var dump = await reading.Database.BeginTransactionAsync();
            await reading.DailyLimits.CountAsync();

            await desk.RunAsync<EmptyLog>();

            await AddAsync(2);
            Assert.Equal(file, await TextsAsync(desk, File));
        }

        desk.Clock.Now += TimeSpan.FromSeconds(30);
        await desk.RunAsync<EmptyLog>();
        Assert.NotEqual(file, await TextsAsync(desk, File));
    }

    /// <summary>Every table of people with the number of pairs that lie the other way round than they came.</summary>
    private static async Task<Dictionary<string, int>> InversionsAsync(Desk desk, StoreProvider provider, List<string> asked)
    {
        var order = provider == StoreProvider.Postgres ? "ctid" : "rowid";
        var inversions = new Dictionary<string, int>
        {
            ["reputations"] = Inversions(await TextsAsync(desk, $"SELECT hexed FROM (SELECT {Hex("pseudonym", provider)} AS hexed, {order} AS place FROM reputations) t ORDER BY place")),
            ["daily_limits"] = Inversions(await TextsAsync(desk, $"SELECT hexed FROM (SELECT {Hex("mark", provider)} AS hexed, {order} AS place FROM daily_limits) t ORDER BY place")),
            ["help"] = Inversions((await TextsAsync(desk, $"SELECT {(provider == StoreProvider.Postgres ? "id::text" : "lower(id)")} FROM help_requests ORDER BY {order}"))
                .ConvertAll(id => asked.IndexOf(id).ToString("x2", System.Globalization.CultureInfo.InvariantCulture))),
        };
        if (provider == StoreProvider.Postgres)
        {
            inversions["conversations"] = Inversions(await TextsAsync(desk, "SELECT encode(pseudonym, 'hex') FROM conversations ORDER BY ctid"));
            inversions["transactions"] = Inversions(await TextsAsync(desk, "SELECT encode(pseudonym, 'hex') FROM conversations ORDER BY xmin::text::bigint, ctid"));
        }

        return inversions;
    }

    private static async Task<string> ToastAsync(Desk desk) =>
        Assert.Single(await TextsAsync(desk, "SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 'conversations'"));

    private static string Hex(string column, StoreProvider provider) => provider == StoreProvider.Postgres ? $"encode({column}, 'hex')" : $"lower(hex({column}))";

    /// <summary>By the number that each begins with.</summary>
    private static int Inversions(List<string> texts) =>
        texts.SelectMany((text, at) => texts.Skip(at + 1).Where(later => string.CompareOrdinal(text[..2], later[..2]) > 0)).Count();

    private static Task<List<string>> TextsAsync(Desk desk, string sql) => desk.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var select = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // of this test alone
        select.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    });
}
