namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>One acceptance for three programs on one PostgreSQL, under a thousand taps at once (policy 1.2).</summary>
public sealed class OneAcceptanceTests
{
    private const int Taps = 999;

    [Fact]
    public async Task Of_a_thousand_taps_on_three_programs_one_accepts_and_each_is_answered()
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
        await new Resident(stage.Telegram, "Siti").ReportsAsync("Mereka berkumpul di lapangan.");
        var buttons = new List<(Hand Officer, int Message, string Data)>();
        foreach (var officer in stage.Triad)
        {
            await officer.SeesAsync("Mereka berkumpul di lapangan.");
            var (message, data) = officer.FindButton("✅ Terima")!.Value;
            buttons.Add((officer, message.Id, data));
        }

        var taps = Enumerable.Range(0, Taps).Select(number => buttons[number % buttons.Count]).Select(button => button.Officer.Phone.Press(button.Message, button.Data)!).ToList();
        var answers = await Task.WhenAll(taps.Select(tap => tap.Answer)).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(Taps, answers.Length);
        Assert.Single(answers, answer => answer.Text?.StartsWith("Anda penanggung jawabnya", StringComparison.Ordinal) == true);
        Assert.Equal(Taps - 1, answers.Count(answer => answer.Text?.StartsWith("Sudah diterima", StringComparison.Ordinal) == true));
        Assert.Equal(1, await database.CountAsync("report_facts WHERE action = 'Accept'"));
        Assert.Equal(1, await database.CountAsync("reports WHERE lead IS NOT NULL"));
        foreach (var officer in stage.Triad)
        {
            await officer.SeesAsync(message => message.Id == buttons.Single(button => button.Officer == officer).Message && Hand.WordsOf(message).Contains("✅ Diterima", StringComparison.Ordinal), "the card as accepted");
        }
    }
}
