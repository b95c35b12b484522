using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly Channel<(string? Secret, JsonElement Update)> _got = Channel.CreateUnbounded<(string?, JsonElement)>();
    private readonly ConcurrentQueue<int> _statuses = new();
    private LocalTelegram _telegram = null!;
    private WebApplication _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await LocalTelegram.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _bot = builder.Build();
        _bot.Urls.Add("http://127.0.0.1:0");
        _bot.MapPost("/hook", async (HttpContext http) =>
        {
            var update = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
            http.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : 200;
            _got.Writer.TryWrite((http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], update));
        });
        await _bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Updates_are_posted_in_order_with_the_secret_those_that_waited_first()
    {
        _telegram.Siti.SendText("satu");

        var set = await SetAsync(new { url = Hook, secret_token = "rahasia_1", max_connections = 5 });
        _telegram.Siti.SendText("dua");
        var (first, second) = (await _got.Reader.ReadAsync(), await _got.Reader.ReadAsync());

        Assert.Equal("ok", set);
        Assert.Equal(["satu", "dua"], new[] { first, second }.Select(got => Text(got.Update)));
        Assert.Equal("rahasia_1", first.Secret);
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_before_anything_later_of_that_chat()
    {
        _statuses.Enqueue(500);
        _statuses.Enqueue(503);
        await SetAsync(new { url = Hook });
        _telegram.Siti.SendText("satu");
        _telegram.Siti.SendText("dua");

        var seen = new List<string?> { Text((await _got.Reader.ReadAsync()).Update) };
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", await ErrorAsync("500"));
        Assert.Equal(2, (await InfoAsync()).GetProperty("pending_update_count").GetInt32());
        _telegram.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        seen.Add(Text((await _got.Reader.ReadAsync()).Update));
        await ErrorAsync("503");
        _telegram.Server.Clock.Advance(TimeSpan.FromSeconds(2));
        seen.Add(Text((await _got.Reader.ReadAsync()).Update));
        seen.Add(Text((await _got.Reader.ReadAsync()).Update));

        Assert.Equal(["satu", "satu", "satu", "dua"], seen);
    }

    [Fact]
    public async Task Info_says_what_is_set_and_deleting_gives_the_rest_to_polling()
    {
        await SetAsync(new { url = "http://127.0.0.1:9/nobody", allowed_updates = new[] { "message" }, max_connections = 7 });
        _telegram.Siti.SendText("menunggu");

        var info = await InfoAsync();
        await _telegram.CallAsync("deleteWebhook");
        var waiting = await _telegram.CallAsync("getUpdates");

        Assert.Equal("http://127.0.0.1:9/nobody", info.GetProperty("url").GetString());
        Assert.Equal(7, info.GetProperty("max_connections").GetInt32());
        Assert.Equal(["message"], info.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal(["message"], waiting.Kinds());
        Assert.Equal("", (await InfoAsync()).GetProperty("url").GetString());
    }

    [Fact]
    public async Task Pending_updates_can_be_dropped()
    {
        _telegram.Siti.SendText("lama");

        await _telegram.CallAsync("deleteWebhook", new { drop_pending_updates = true });

        Assert.Empty((await _telegram.CallAsync("getUpdates")).UpdateIds());
    }

    [Theory]
    [InlineData("http://contoh.test/hook", null, "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("not an address", null, "400 Bad Request: invalid webhook URL specified")]
    [InlineData("https://contoh.test/hook", "ada spasi", "400 Bad Request: secret token contains unallowed characters")]
    public async Task A_wrong_webhook_is_refused(string url, string? secret, string refusal) =>
        Assert.Equal(refusal, await SetAsync(new { url, secret_token = secret }));

    private string Hook => _bot.Urls.First() + "/hook";

    private async Task<string> SetAsync(object webhook) => (await _telegram.CallAsync("setWebhook", webhook)).Refusal();

    private async Task<JsonElement> InfoAsync() => (await _telegram.CallAsync("getWebhookInfo")).Result();

    /// <summary>Asks until the error is noted: the bot's answer and the note of it are two steps.</summary>
    private async Task<string?> ErrorAsync(string code)
    {
        while (true)
        {
            if ((await InfoAsync()).TryGetProperty("last_error_message", out var message)
                && message.GetString()!.Contains(code, StringComparison.Ordinal))
            {
                return message.GetString();
            }
        }
    }

    private static string? Text(JsonElement update) => update.GetProperty("message").GetProperty("text").GetString();
}
