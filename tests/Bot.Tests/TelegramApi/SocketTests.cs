using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Tests.TelegramApi;

/// <summary>The client's own connections against a real server.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private string[] _headers = [];
    private WebApplication _server = default!;
    private TelegramBotClient _bot = default!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost($"/bot{StubTelegram.Token}/sendMessage", (HttpRequest request) =>
        {
            _headers = [.. request.Headers.Keys.Order(StringComparer.Ordinal)];
            return Results.Text(StubTelegram.AMessage, "application/json");
        });
        _server.MapPost($"/bot{StubTelegram.Token}/sendPhoto", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var size = form.Files["file0"]!.Length;
            return Results.Text(StubTelegram.AMessage.Replace("\"message_id\":7", $"\"message_id\":{size}", StringComparison.Ordinal), "application/json");
        });
        _server.MapPost($"/bot{StubTelegram.Token}/getMe", () => Results.Redirect("/elsewhere"));
        _server.MapPost($"/bot{StubTelegram.Token}/getUpdates", async (HttpResponse response) =>
        {
            response.ContentLength = 1000;
            await response.WriteAsync("""{"ok":true,"result":[{"update_id":1,"canary":""");
            await response.Body.FlushAsync();
            response.HttpContext.Abort();
        });
        await _server.StartAsync();
        _bot = new(new TelegramBotClientOptions(StubTelegram.Token, _server.Urls.Single()) { RetryThreshold = 0 });
    }

    [Fact]
    public async Task A_message_is_sent_with_its_length_and_without_ado()
    {
        var message = await _bot.SendMessage(5, "Halo");

        Assert.Equal(7, message.Id);
        Assert.Equal(["Content-Length", "Content-Type", "Host"], _headers);
    }

    [Fact]
    public async Task A_file_arrives_whole()
    {
        using var photo = new MemoryStream(new byte[1_000_000]);

        var message = await _bot.SendPhoto(5, InputFile.FromStream(photo));

        Assert.Equal(1_000_000, message.Id);
    }

    [Fact]
    public async Task No_redirect_is_followed() =>
        Assert.Equal(System.Net.HttpStatusCode.Found, (await Assert.ThrowsAsync<RequestException>(() => _bot.GetMe())).HttpStatusCode);

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_failure_that_tells_nothing()
    {
        var failure = await Assert.ThrowsAsync<RequestException>(() => _bot.GetUpdates());

        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
