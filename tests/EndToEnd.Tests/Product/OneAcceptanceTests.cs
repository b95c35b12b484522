using Kentongan.Sandbox.Telegram;
using Microsoft.Data.Sqlite;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>
/// One acceptance under a thousand taps at once, round after round: one lead, one fact, every other card edited, every callback answered
/// (policy 1.2). In three programs on one PostgreSQL, and in one on SQLite, whose turns run side by side.
/// </summary>
public sealed class OneAcceptanceTests
{
    private const int Taps = 1_000;

    /// <summary>A round in each: reports of one desa would be laid beside each other (policy 5.2).</summary>
    private static readonly string[] Desa = ["Lebak", "Mambak", "Plajan"];

    [Fact]
    public async Task Of_a_thousand_taps_on_three_programs_one_accepts_and_each_is_answered_every_round()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var board = await Switchboard.StartAsync();
        string[] ports = [.. Enumerable.Range(0, 3).Select(_ => $"http://127.0.0.1:{RefusalTests.FreePort()}")];
        await using var stage = await Stage.BareAsync([.. database.Settings, "--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl={board.Address}"]);
        foreach (var port in ports)
        {
            await stage.StartAsync($"--Web:Url={port}");
        }

        (board.Plugged, board.InTurn) = (ports, true);
        await stage.BindAsync();

        await PlayAsync(stage, database.CountAsync);
        Assert.All(board.Rung, calls => Assert.InRange(calls, Taps * Desa.Length / 40, int.MaxValue)); // each program had its share
        Assert.Equal(3, board.Rung.Count);
    }

    [Fact]
    public async Task Of_a_thousand_taps_on_one_program_one_accepts_and_each_is_answered_every_round()
    {
        await using var stage = await Stage.SetAsync();

        await PlayAsync(stage, table => CountAsync(stage.Home.Database, table));
    }

    private static async Task PlayAsync(Stage stage, Func<string, Task<long>> countAsync)
    {
        for (var round = 1; round <= Desa.Length; round++)
        {
            var (desa, story) = (Desa[round - 1], $"Mereka berkumpul di lapangan, malam ke-{round}.");
            var resident = new Resident(stage.Telegram, $"Warga {round}") { About = ("🏘️ Ketertiban dan konflik", "Tawuran", desa) };
            await resident.ReportsAsync(story);
            await RoundAsync(stage, story);
            Assert.Equal(round, await countAsync("report_facts WHERE action = 'Accept'"));
            Assert.Equal(round, await countAsync("reports WHERE lead IS NOT NULL AND status = 'Accepted'"));
        }
    }

    private static async Task RoundAsync(Stage stage, string story)
    {
        var cards = new List<(Hand Officer, int Message, string Data)>();
        foreach (var officer in stage.Triad)
        {
            var card = await officer.SeesAsync(story);
            var accept = Hand.ButtonsOf(card).Single(button => button.Text.Contains("Terima", StringComparison.Ordinal));
            cards.Add((officer, card.Id, accept.Data!));
        }

        // On a machine that has much else to do the first is answered, and the buttons are gone, before the last finger is down.
        var taps = Enumerable.Range(0, Taps).Select(number => cards[number % cards.Count]).Select(card => card.Officer.Phone.Press(card.Message, card.Data)).OfType<CallbackQuery>().ToList();
        var answers = await Task.WhenAll(taps.Select(tap => tap.Answer)).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.InRange(taps.Count, Taps / 10, Taps);
        Assert.Single(answers, answer => answer.Text?.StartsWith("Anda penanggung jawabnya", StringComparison.Ordinal) == true);
        Assert.Equal(taps.Count - 1, answers.Count(answer => answer.Text?.StartsWith("Sudah diterima", StringComparison.Ordinal) == true));
        foreach (var (officer, message, _) in cards)
        {
            var shown = await officer.SeesAsync(
                bubble => bubble.Id == message && Hand.WordsOf(bubble).Contains("✅ Diterima", StringComparison.Ordinal), "the card as accepted");
            Assert.DoesNotContain(Hand.ButtonsOf(shown), Accepts);
            Assert.Single(officer.Heard, bubble => Hand.WordsOf(bubble).Contains(story, StringComparison.Ordinal)); // edited, not sent again
        }
    }

    private static bool Accepts(InlineButton button) => button.Text.Contains("✅ Terima", StringComparison.Ordinal);

    private static async Task<long> CountAsync(string database, string table)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a table of ours
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
