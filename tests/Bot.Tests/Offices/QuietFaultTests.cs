using System.Text.Json;
using Kentongan.Bot.Telegram;
using Kentongan.Domain;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>An exception that quotes what a resident wrote, from whatever library or mistake, is told by its type alone (threat-model 4, rows 2 and 15).</summary>
public sealed class QuietFaultTests
{
    private const long Siti = 7_000_000_001;

    private const string Story = "Rumah cat hijau di ujung gang.";

    [Fact]
    public async Task What_an_exception_quotes_stands_neither_in_the_log_nor_in_the_store()
    {
        var chance = new Faulty();
        await using var office = await Office.OpenAsync(chance: chance);
        await office.SayAsync(Siti, "/lapor");
        foreach (var tap in (string[])["c:miras", "s:miras.konsumsi", "k:33.20.01", "d:33.20.01.2001", "w:Often"])
        {
            await office.TapAsync(Siti, tap);
        }

        await office.SayAsync(Siti, Story);
        await office.TapAsync(Siti, "st:done");
        await office.TapAsync(Siti, "o:None");
        chance.Quotes = $"chat {Siti}: {Story}";
        var sends = JsonSerializer.Deserialize<Update>(
            $$$$$"""{"update_id":901,"callback_query":{"id":"q","data":"send","from":{"id":{{{{{Siti}}}}},"is_bot":false,"first_name":"Siti"},"message":{"message_id":5,"date":1,"chat":{"id":{{{{{Siti}}}}},"type":"private"}}}}""",
            JsonBotAPI.Options)!;
        await office.Get<UpdatePump>().HandleAsync(sends, CancellationToken.None);
        chance.Quotes = null;

        Assert.Equal(0, await office.ReadAsync(db => db.Reports.CountAsync()));
        var noted = await office.ReadAsync(db => db.Poison.AsNoTracking().SingleAsync());
        Assert.Equal((901, "CallbackQuery", nameof(InvalidOperationException)), (noted.UpdateId, noted.Kind, noted.Error));
        Assert.Contains(office.Log.Lines, line => line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)); // the log is heard
        Assert.All(office.Log.Lines, line =>
        {
            Assert.DoesNotContain("cat hijau", line, StringComparison.Ordinal);
            Assert.DoesNotContain($"{Siti}", line, StringComparison.Ordinal);
        });
    }

    /// <summary>Chance that fails at the wrong moment, in an exception that says far too much.</summary>
    private sealed class Faulty : Randomness
    {
        private readonly Dice _dice = new(1);

        public string? Quotes { get; set; }

        public override void Fill(Span<byte> bytes)
        {
            if (Quotes is { } words)
            {
                throw new InvalidOperationException(words);
            }

            _dice.Fill(bytes);
        }
    }
}
