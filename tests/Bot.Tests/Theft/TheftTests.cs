using System.Security.Cryptography;
using System.Text;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>
/// The theft game (threat-model 4, rows 3, 4 and 6): a thief with database, log, backup and ten million numbers, but without the keys,
/// finds out who reported no better than by guessing. Each kind of attack is shown to work where what it needs is planted.
/// </summary>
public sealed class TheftTests
{
    /// <summary>
    /// N neighbours out of N + 1 reports hit one pair by chance on average (Poisson). Ten or more come about once in nine million; over
    /// the two hundred orders that are tried, once in forty thousand games.
    /// </summary>
    private const int MostByChance = 9;

    private const int Residents = 75, Seed = 20;

    [Fact]
    public async Task Everything_but_the_keys_ties_no_report_to_a_person_and_no_two_reports_to_each_other()
    {
        await using var town = await Town.LiveAsync(Residents, Seed);
        var (whole, backup) = (town.Whole(), new Loot(town.Backup));
        var (database, log, _) = town.Steal();

        Assert.Empty(Thief.Plain(new Thief.Known([whole, backup]), Town.FirstId, Town.Ids, town.Residents.ToHashSet()));
        Assert.Empty(Thief.Keyed([whole, backup], town.Residents));
        Assert.All(Thief.Neighbours(whole).Append(("the same conversation", Thief.SameConversation([whole, backup]))), attack =>
            Assert.True(attack.Item2.Count(town.SameWriter) <= MostByChance, $"{attack.Item1}: {attack.Item2.Count(town.SameWriter)} of {attack.Item2.Count}"));
        Assert.InRange(Thief.SameTransaction(database, log, town.Office.Root).Count(tie => Right(town, tie)), 0, 1); // the log holds half a minute
        Assert.All(HelpThief.ByTime(whole).Append(("length", HelpThief.ByLength(whole))), attack =>
            Assert.True(attack.Item2.Count(tie => Asked(town, tie)) <= MostByChance, $"{attack.Item1}: {attack.Item2.Count(tie => Asked(town, tie))} of {attack.Item2.Count}"));
        Assert.All(Orders(town, whole), order => Assert.InRange(order.Inversions, order.Few, order.Many));
        Assert.DoesNotContain(town.Office.Log.Lines, line => town.Residents.Exists(id => line.Contains(id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nor_does_a_whole_server_of_PostgreSQL_with_its_transactions_and_what_was_swept_away()
    {
        var server = await ServerLoot.OpenAsync();
        await using var town = await Town.LiveAsync(Residents, Seed, server: server);
        var (thief, backup) = (new ServerLoot(server), new Loot(town.Backup));
        var whole = await thief.CarryAsync(Path.Combine(town.Office.Root, "carried.db"));

        Assert.Empty(Thief.Plain(new Thief.Known([whole, backup]), Town.FirstId, Town.Ids, town.Residents.ToHashSet()));
        Assert.Empty(Thief.Keyed([whole, backup], town.Residents));
        Assert.All(Thief.Neighbours(whole).Append(("the same conversation", Thief.SameConversation([whole, backup]))), attack =>
            Assert.True(attack.Item2.Count(town.SameWriter) <= MostByChance, $"{attack.Item1}: {attack.Item2.Count(town.SameWriter)} of {attack.Item2.Count}"));
        Assert.All(HelpThief.ByTime(whole).Append(("length", HelpThief.ByLength(whole))), attack =>
            Assert.True(attack.Item2.Count(tie => Asked(town, tie)) <= MostByChance, $"{attack.Item1}: {attack.Item2.Count(tie => Asked(town, tie))} of {attack.Item2.Count}"));
        Assert.All(Orders(town, whole), order => Assert.InRange(order.Inversions, order.Few, order.Many));
        Assert.Empty(ServerLoot.SameTransaction(whole));
        Assert.DoesNotContain(await thief.FromHeapAsync(town.Residents.Select(town.PseudonymOf)), tie => Right(town, tie));
    }

    [Fact]
    public async Task The_thief_wins_where_a_weakness_is_planted()
    {
        await using var town = await Town.LiveAsync(Residents, Seed, emptying: false);
        var (database, log, _) = town.Steal();
        var (whole, backup) = (town.Whole(), new Loot(town.Backup));
        Assert.InRange(Thief.SameTransaction(database, log, town.Office.Root).Count(tie => Right(town, tie)), 3, int.MaxValue); // a long log

        Plant(whole, town, "hash BLOB", writer => $"x'{Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(writer)))}'");
        var known = new Thief.Known([whole]);
        Assert.Equal(town.Residents.Order(), town.Residents.SelectMany(id => Thief.Plain(known, id, 1, new HashSet<long>())).Order());

        Plant(whole, town, "keyed BLOB", writer => $"x'{Convert.ToHexString(HMACSHA256.HashData(Pepper, Encoding.ASCII.GetBytes(writer)))}'");
        whole.Execute("UPDATE reports SET hash = NULL");
        whole.Execute($"INSERT INTO settings (name, value) VALUES ('pepper', '{Convert.ToHexString(Pepper)}')");
        Assert.Equal(town.Residents.Order(), Thief.Keyed([whole], town.Residents).Order());

        Plant(whole, town, "length INTEGER", writer => $"{town.Residents.IndexOf(long.Parse(writer, System.Globalization.CultureInfo.InvariantCulture))}");
        Assert.Contains(Thief.Neighbours(whole), attack => attack.Pairs.Count(town.SameWriter) > MostByChance);

        foreach (var (help, (_, at)) in town.Asked)
        {
            whole.Execute($"UPDATE help_requests SET opened_at = {at.UtcTicks} WHERE id = '{help}'");
            whole.Execute($"UPDATE help_messages SET sealed_text = zeroblob({Array.IndexOf([.. town.Asked.Keys], help)}) WHERE request = '{help}'");
        }

        foreach (var (report, writer) in town.Writers)
        {
            var mine = town.Asked.FirstOrDefault(asked => asked.Value.Resident == writer).Key;
            whole.Execute($"UPDATE report_contents SET sealed = zeroblob({(mine is null ? 9_999 : Array.IndexOf([.. town.Asked.Keys], mine))}) WHERE report = '{report}'");
        }

        Assert.InRange(HelpThief.ByTime(whole).Max(attack => attack.Ties.Count(tie => Asked(town, tie))), MostByChance + 1, int.MaxValue);
        Assert.InRange(HelpThief.ByLength(whole).Count(tie => Asked(town, tie)), MostByChance + 1, int.MaxValue);
        whole.Execute("CREATE TABLE ordered AS SELECT * FROM conversations");
        foreach (var pseudonym in town.Writers.Values.Reverse().Distinct().Reverse().Select(town.PseudonymOf))
        {
            whole.Execute($"DELETE FROM conversations WHERE hex(pseudonym) = '{pseudonym}'");
            whole.Execute($"INSERT INTO conversations SELECT * FROM ordered WHERE hex(pseudonym) = '{pseudonym}'");
        }

        Assert.Contains(Orders(town, whole), order => order.Inversions < order.Few);

        PlantEnds(town, whole, backup);
        Assert.InRange(Thief.SameConversation([whole, backup]).Count(town.SameWriter), MostByChance + 1, int.MaxValue);
    }

    /// <summary>
    /// Rows of people by their number, beside the order in which these people last reported or asked: so many pairs lie the other way round, and
    /// so many would by chance, give or take five and a half times the usual deviation (once in twenty million).
    /// </summary>
    private static IEnumerable<(string Table, int Inversions, int Few, int Many)> Orders(Town town, Loot loot)
    {
        var last = town.Writers.Values.Reverse().Distinct().Reverse().Select(town.PseudonymOf).ToList();
        var asked = town.Asked.OrderBy(pair => pair.Value.At).Select(pair => pair.Key).ToList();
        foreach (var (table, ranks) in ((string, List<int>)[])
        [
            ("conversations", HelpThief.ByRow(loot, "conversations", "hex(pseudonym)").ConvertAll(name => last.IndexOf(name))),
            ("help_requests", HelpThief.ByRow(loot, "help_requests", "id").ConvertAll(id => asked.IndexOf(id))),
        ])
        {
            double count = ranks.Count;
            Assert.True(count > 10, table);
            var (mean, deviation) = (count * (count - 1) / 4, Math.Sqrt(count * (count - 1) * ((2 * count) + 5) / 72));
            yield return (table, ranks.SelectMany((rank, at) => ranks.Skip(at + 1).Where(later => rank > later)).Count(), (int)(mean - (5.5 * deviation)), (int)(mean + (5.5 * deviation)));
        }
    }

    private static bool Asked(Town town, (string Help, string Report) tie) => town.Asked[tie.Help].Resident == town.Writers[tie.Report];

    private static byte[] Pepper { get; } = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private static bool Right(Town town, (string Pseudonym, string Report) tie) => tie.Pseudonym == town.PseudonymOf(town.Writers[tie.Report]);

    private static void Plant(Loot loot, Town town, string column, Func<string, string> value)
    {
        loot.Execute($"ALTER TABLE reports ADD COLUMN {column}");
        foreach (var (report, writer) in town.Writers)
        {
            loot.Execute($"UPDATE reports SET {column.Split(' ')[0]} = {value(writer.ToString(System.Globalization.CultureInfo.InvariantCulture))} WHERE id = '{report}'");
        }
    }

    /// <summary>Conversations that end to the millisecond a day after the last report of their owner.</summary>
    private static void PlantEnds(Town town, params Loot[] files)
    {
        foreach (var file in files)
        {
            foreach (var (report, received) in file.Received().OrderBy(pair => pair.Value))
            {
                var ends = new DateTimeOffset(received, TimeSpan.Zero).AddDays(1).ToUnixTimeMilliseconds();
                file.Execute($"UPDATE conversations SET expires_at = {ends} WHERE hex(pseudonym) = '{town.PseudonymOf(town.Writers[report])}'");
            }
        }
    }
}
