using System.Net;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class PollingTests : IAsyncLifetime
{
    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task Updates_stay_until_an_offset_above_them_confirms_them()
    {
        Say("satu", "dua", "tiga");

        var first = (await PollAsync(0)).UpdateIds();
        var again = (await PollAsync(0)).UpdateIds();
        var rest = (await PollAsync(first[1])).UpdateIds();
        var backwards = (await PollAsync(first[0])).UpdateIds();

        Assert.Equal(3, first.Length);
        Assert.Equal([first[0], first[0] + 1, first[0] + 2], first);
        Assert.Equal(first, again);
        Assert.Equal(first[1..], rest);
        Assert.Equal(first[1..], backwards);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-2, 2)]
    [InlineData(-9, 3)]
    public async Task A_negative_offset_keeps_that_many_from_the_end(int offset, int left)
    {
        Say("satu", "dua", "tiga");

        Assert.Equal(left, (await PollAsync(offset)).UpdateIds().Length);
        Assert.Equal(left, (await PollAsync(0)).UpdateIds().Length);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(100, 100)]
    [InlineData(500, 100)]
    public async Task The_limit_is_between_one_and_a_hundred(int limit, int got)
    {
        Say([.. Enumerable.Range(0, 120).Select(i => $"pesan {i}")]);

        var answer = await _telegram.CallAsync("getUpdates", new { limit });

        Assert.Equal(got, answer.UpdateIds().Length);
    }

    [Fact]
    public async Task A_long_poll_ends_as_soon_as_an_update_arrives()
    {
        var poll = _telegram.CallAsync("getUpdates", new { timeout = 50 });
        await _telegram.Server.BotListens;

        Say("halo");

        Assert.Equal(["message"], (await poll).Kinds());
    }

    [Fact]
    public async Task A_second_poll_ends_the_older_one_with_409()
    {
        var older = _telegram.CallAsync("getUpdates", new { timeout = 50 });
        var newer = _telegram.CallAsync("getUpdates", new { timeout = 50 });

        var ended = await await Task.WhenAny(older, newer);
        Say("halo");
        var answers = await Task.WhenAll(older, newer);

        Assert.Equal(
            "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", ended.Refusal());
        Assert.Equal(1, answers.Count(answer => answer.Refusal() == "ok"));
    }

    [Fact]
    public async Task A_poll_is_refused_while_a_webhook_is_set_and_a_waiting_one_ends()
    {
        var waiting = _telegram.CallAsync("getUpdates", new { timeout = 50 });
        await _telegram.Server.BotListens;

        await _telegram.CallAsync("setWebhook", new { url = "http://127.0.0.1:9/hook" });

        Assert.StartsWith("409 Conflict: ", (await waiting).Refusal(), StringComparison.Ordinal);
        Assert.Equal(
            "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            (await PollAsync(0)).Refusal());
        await _telegram.CallAsync("deleteWebhook");
        Assert.Equal("ok", (await PollAsync(0)).Refusal());
    }

    [Fact]
    public async Task Allowed_updates_are_remembered_and_an_empty_list_brings_back_the_default()
    {
        await _telegram.CallAsync("getUpdates", new { allowed_updates = new[] { "edited_message" } });
        Say("tidak terlihat");
        var sent = _telegram.Siti.SendText("juga tidak");
        _telegram.Siti.EditText(sent.Id, "terlihat");

        var only = (await PollAsync(0)).Kinds();
        await _telegram.CallAsync("getUpdates", new { allowed_updates = Array.Empty<string>() });
        Say("kembali");

        Assert.Equal(["edited_message"], only);
        Assert.Equal(["edited_message", "message"], (await PollAsync(0)).Kinds());
    }

    [Fact]
    public async Task By_default_the_bot_hears_messages_edits_taps_and_its_own_standing()
    {
        var question = await _telegram.SayAsync("Pilih", new { inline_keyboard = new[] { new[] { new { text = "Ya", callback_data = "ya" } } } });
        var sent = _telegram.Siti.SendText("satu");
        _telegram.Siti.EditText(sent.Id, "dua");
        _telegram.Siti.Press(question, "ya");
        _telegram.Siti.Block();

        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], (await PollAsync(0)).Kinds());
    }

    [Fact]
    public async Task Arguments_may_come_by_query_form_or_json_and_methods_in_any_case()
    {
        var query = await _telegram.Http.GetAsync(_telegram.Method("SENDMESSAGE") + $"?chat_id={_telegram.Chat}&text=halo");
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["chat_id"] = $"{_telegram.Chat}", ["text"] = "halo" });
        var form = await _telegram.Http.PostAsync(_telegram.Method("sendMessage"), fields);
        var json = await _telegram.CallAsync("sendMessage", new { chat_id = $"{_telegram.Chat}", text = "halo" });

        Assert.Equal(HttpStatusCode.OK, query.StatusCode);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Equal("ok", json.Refusal());
    }

    [Theory]
    [InlineData("/bot1:wrong/getMe", "401 Unauthorized")]
    [InlineData("/file/bot1:wrong/photos/file_1.jpg", "401 Unauthorized")]
    [InlineData("/elsewhere", "404 Not Found")]
    [InlineData("TOKEN/getNothing", "404 Not Found: method not found")]
    public async Task Strangers_and_unknown_places_are_told_so(string path, string refusal)
    {
        var body = await _telegram.Http.GetAsync(path.Replace("TOKEN", $"/bot{_telegram.Server.Token}", StringComparison.Ordinal));

        Assert.Equal(refusal, JsonSerializer.Deserialize<JsonElement>(await body.Content.ReadAsStringAsync()).Refusal());
    }

    private Task<JsonElement> PollAsync(int offset) => _telegram.CallAsync("getUpdates", new { offset });

    private void Say(params string[] words)
    {
        foreach (var text in words)
        {
            _telegram.Siti.SendText(text);
        }
    }
}
