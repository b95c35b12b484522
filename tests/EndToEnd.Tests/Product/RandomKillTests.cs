using Microsoft.Data.Sqlite;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Many report at once while the product dies again and again, at moments that a seed chooses.</summary>
public sealed class RandomKillTests
{
    private const int Residents = 20;
    private const int Kills = 10;

    [Fact]
    public async Task No_receipt_is_empty_no_report_is_lost_and_none_is_filed_twice()
    {
        await using var stage = await Stage.SetAsync();
        var random = new Random(20261122);
        var residents = Enumerable.Range(1, Residents).Select(number => new Resident(stage.Telegram, $"Warga {number}")).ToList();
        var reporting = new List<Task>();
        for (var kill = 0; kill < Kills; kill++)
        {
            // Two more each time, so that some are at every step when the end comes.
            reporting.AddRange(residents.Skip(kill * 2).Take(2).Select(resident => resident.ReportsAsync("Kejadian di lapangan.")));
            var goal = Progress(stage) + random.Next(1, 22);
            await Until.TrueAsync(() => Progress(stage) >= goal || reporting.TrueForAll(one => one.IsCompleted), () => "Nothing goes on any more.");
            await stage.Product.KillAsync();
            await stage.StartAsync();
        }

        await Task.WhenAll(reporting);
        foreach (var resident in residents)
        {
            Assert.Single(resident.Receipts().Distinct());
            Assert.StartsWith("Diterima", await resident.LooksAsync(), StringComparison.Ordinal);
        }

        foreach (var officer in stage.Triad)
        {
            await Until.TrueAsync(() => Cases.Of(officer).Distinct().Count() >= Residents, () => $"{officer.Name} lacks cards.");
            Assert.Equal(Residents, Cases.Of(officer).Distinct().Count());
        }

        Assert.Equal(0, await stage.Product.StopAsync());
        // The triad, and the coordinator: so many tell the same within the hour that it becomes an emergency (policy 5.2).
        Assert.Equal((Residents, Residents * 4), Stored(stage.Home.Database));
    }

    /// <summary>How much the bot has said, changes included.</summary>
    private static int Progress(Stage stage) =>
        stage.Telegram.World.Chats.Sum(chat => chat.Shown().Where(message => message.From is null).Sum(message => 1 + message.Before.Count));

    private static (int Reports, int Cards) Stored(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return (Count("reports"), Count("cards"));

        int Count(string table)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of two words
            command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
            return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
