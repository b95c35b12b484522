using System.Net;
using System.Net.Sockets;
using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class FailureTests
{
    /// <summary>Stands in every request and every broken answer below, and may stand in no exception.</summary>
    private const string Canary = "canary";

    public static TheoryData<int, string, int?, long?> Refusals => new()
    {
        { 400, """{"ok":false,"error_code":400,"description":"Bad Request: message is not modified"}""", null, null },
        { 400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1009}}""", null, -1009 },
        { 401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", null, null },
        { 403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", null, null },
        { 409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""", null, null },
        { 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}""", 35, null },
        { 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":"35","x":[]}}""", 35, null },
        { 500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""", null, null },
        { 200, """{"ok":false,"error_code":400,"description":"Bad Request: late"}""", null, null },
    };

    public static TheoryData<string> Breakages => [.. Broken.Keys];

    private static readonly Dictionary<string, Func<HttpResponseMessage>> Broken = new()
    {
        ["address in the message"] = () => throw new HttpRequestException($"GET http://telegram.test/bot{StubTelegram.Token}/sendMessage {Canary}"),
        ["address in an inner message"] = () => throw new InvalidOperationException(Canary, new IOException($"/bot{StubTelegram.Token}/x")),
        ["name resolution"] = () => throw new HttpRequestException(
            HttpRequestError.NameResolutionError, $"{Canary} ({StubTelegram.Token})", new SocketException((int)SocketError.HostNotFound)),
        ["http client's own limit"] = () => throw new TaskCanceledException($"{Canary} {StubTelegram.Token}", new TimeoutException(Canary)),
        ["bad gateway"] = StubTelegram.Says($"<html>{Canary} {StubTelegram.Token}</html>", HttpStatusCode.BadGateway, "text/html"),
        ["redirect"] = () => new(HttpStatusCode.Found) { Headers = { Location = new($"http://elsewhere.test/{Canary}/bot{StubTelegram.Token}") } },
        ["word for JSON"] = StubTelegram.Says(Canary),
        ["half a word for JSON"] = StubTelegram.Says("{\"ok\":t" + Canary + "}"),
        ["truncated"] = StubTelegram.Says($$"""{"ok":true,"result":{"message_id":7,"text":"{{Canary}}"""),
        ["wrong type"] = StubTelegram.Says($$$"""{"ok":true,"result":{"message_id":"{{{Canary}}}"}}"""),
        ["wrong time"] = StubTelegram.Says($$$"""{"ok":true,"result":{"date":"{{{Canary}}}"}}"""),
        ["nothing at all"] = StubTelegram.Says("", HttpStatusCode.ServiceUnavailable),
        ["null"] = StubTelegram.Says("null"),
        ["no result"] = StubTelegram.Says($$"""{"ok":true,"description":"{{Canary}}"}"""),
        ["no code"] = StubTelegram.Says($$"""{"ok":false,"description":"{{Canary}}"}""", HttpStatusCode.InternalServerError),
        ["quoted text"] = StubTelegram.Says(
            $$"""{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: unsupported start tag \"{{Canary}}\" at byte offset 5"}""",
            HttpStatusCode.BadRequest),
        ["quoted link"] = StubTelegram.Says(
            $$"""{"ok":false,"error_code":400,"description":"Bad Request: button URL '{{Canary}}' is invalid, http://x/{{Canary}}, @{{Canary}}, 123456789"}""",
            HttpStatusCode.BadRequest),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_tells_its_code_its_reason_and_its_advice(int status, string answer, int? retryAfter, long? migrateTo)
    {
        using var telegram = new StubTelegram(StubTelegram.Says(answer, (HttpStatusCode)status));

        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => telegram.Client().SendMessage(5, "x"));

        Assert.Contains($"\"error_code\":{refusal.ErrorCode},\"description\":\"{refusal.Message}\"", answer, StringComparison.Ordinal);
        Assert.Equal((retryAfter, migrateTo), (refusal.Parameters?.RetryAfter, refusal.Parameters?.MigrateToChatId));
        Assert.Single(telegram.Requests);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task No_failure_repeats_the_token_or_what_was_said(string breakage)
    {
        using var telegram = new StubTelegram(Broken[breakage]);

        var failure = await Assert.ThrowsAnyAsync<RequestException>(
            () => telegram.Client().SendMessage("@" + Canary, Canary, replyParameters: 123456789));

        AssertTellsNothing(failure);
        AssertTellsNothing(await Assert.ThrowsAnyAsync<RequestException>(
            () => telegram.Client().DownloadFile($"photos/{Canary}.jpg", new ClosedStream())));
    }

    [Fact]
    public async Task The_cause_of_a_failure_is_told_in_our_words()
    {
        async Task<string> Told(string breakage)
        {
            using var telegram = new StubTelegram(Broken[breakage]);
            return (await Assert.ThrowsAnyAsync<RequestException>(() => telegram.Client().SendMessage(5, "x"))).Message;
        }

        Assert.Equal("Telegram at telegram.test:8081 could not be reached: NameResolutionError, HostNotFound.", await Told("name resolution"));
        Assert.Equal("Telegram at telegram.test:8081 did not answer in time.", await Told("http client's own limit"));
        Assert.Equal("Telegram's answer is not the JSON it should be. (HTTP 502)", await Told("bad gateway"));
        Assert.Equal("Bad Request: can't parse entities: unsupported start tag … at byte offset 5", await Told("quoted text"));
        Assert.Equal("Bad Request: button URL … is invalid, … …, …", await Told("quoted link"));
    }

    [Fact]
    public async Task The_status_of_an_unreadable_answer_is_kept()
    {
        using var telegram = new StubTelegram(Broken["bad gateway"]);

        var failure = await Assert.ThrowsAsync<RequestException>(() => telegram.Client().GetMe());

        Assert.Equal(HttpStatusCode.BadGateway, failure.HttpStatusCode);
    }

    [Fact]
    public async Task A_closed_port_is_a_failure_that_tells_nothing()
    {
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound, so that nobody else listens there
        var bot = new TelegramBotClient(new TelegramBotClientOptions(
            StubTelegram.Token, $"http://127.0.0.1:{((IPEndPoint)port.LocalEndPoint!).Port}"));

        var failure = await Assert.ThrowsAsync<RequestException>(() => bot.SendMessage(5, Canary));

        AssertTellsNothing(failure);
        Assert.Contains("ConnectionRefused", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_the_token_is_good_can_be_asked()
    {
        using var good = new StubTelegram(StubTelegram.Says("""{"ok":true,"result":{"id":4242,"is_bot":true}}"""));
        using var bad = new StubTelegram(StubTelegram.Says("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", HttpStatusCode.Unauthorized));
        using var broken = new StubTelegram(Broken["bad gateway"]);

        Assert.True(await good.Client().TestApi());
        Assert.False(await bad.Client().TestApi());
        await Assert.ThrowsAsync<RequestException>(() => broken.Client().TestApi());
    }

    private static void AssertTellsNothing(Exception failure)
    {
        var told = new StringBuilder(failure.ToString());
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            told.Append(cause.Message).Append(cause.Source);
            Assert.Empty(cause.Data);
        }

        foreach (var secret in new[] { StubTelegram.Token, "AAcanary", Canary, "123456789" })
        {
            Assert.DoesNotContain(secret, told.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class ClosedStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("disk full");
    }
}
