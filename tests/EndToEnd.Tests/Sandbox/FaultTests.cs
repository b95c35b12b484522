using System.Net;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class FaultTests : IAsyncLifetime
{
    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task A_number_of_calls_of_one_method_meets_429()
    {
        await PlanAsync(new { kind = "429", method = "sendMessage", count = 2, retry_after = 9 });

        var answers = new[] { await SendAsync(), await SendAsync(), await SendAsync() };

        Assert.Equal(["429 Too Many Requests: retry after 9", "429 Too Many Requests: retry after 9", "ok"], answers.Select(a => a.Refusal()));
        Assert.Equal("ok", (await _telegram.CallAsync("getMe")).Refusal());
    }

    [Fact]
    public async Task An_outage_ends_when_its_time_is_over()
    {
        await PlanAsync(new { kind = "500", seconds = 60 });

        var during = (await _telegram.CallAsync("getMe")).Refusal();
        _telegram.Server.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("500 Internal Server Error", during);
        Assert.Equal("ok", (await _telegram.CallAsync("getMe")).Refusal());
    }

    [Fact]
    public async Task A_line_can_break_before_and_after_the_message_is_sent()
    {
        var before = _telegram.Siti.Messages.Count;

        await PlanAsync(new { kind = "down", method = "sendMessage" });
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
        var afterDown = _telegram.Siti.Messages.Count;
        await PlanAsync(new { kind = "lost", method = "sendMessage" });
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(before, afterDown);
        Assert.Equal(before + 1, _telegram.Siti.Messages.Count);
    }

    [Fact]
    public async Task Half_an_answer_is_no_json()
    {
        await PlanAsync(new { kind = "malformed" });

        await Assert.ThrowsAnyAsync<JsonException>(() => _telegram.CallAsync("getMe"));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_come_and_a_silent_one_never()
    {
        await PlanAsync(new { kind = "slow", seconds = 3600 });
        var slow = _telegram.CallAsync("getMe");
        await PlannedAsync(0);
        while (!slow.IsCompleted)
        {
            _telegram.Server.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        await PlanAsync(new { kind = "timeout" });
        using var patience = new CancellationTokenSource();
        var silent = _telegram.Http.GetAsync(_telegram.Method("getMe"), patience.Token);
        await PlannedAsync(0);
        Assert.False(silent.IsCompleted);
        await patience.CancelAsync();

        Assert.Equal("ok", (await slow).Refusal());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silent);
    }

    [Fact]
    public async Task Planned_troubles_can_be_called_off_and_unknown_ones_are_refused()
    {
        await PlanAsync(new { kind = "down", seconds = 600 });

        await _telegram.ControlAsync(HttpMethod.Delete, "/sandbox/faults");
        var unknown = await _telegram.ControlAsync(HttpMethod.Post, "/sandbox/faults", new { kind = "gempa" });

        Assert.Equal("ok", (await _telegram.CallAsync("getMe")).Refusal());
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
    }

    private Task<JsonElement> SendAsync() => _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "halo" });

    private async Task PlanAsync(object fault) =>
        Assert.Equal(HttpStatusCode.NoContent, (await _telegram.ControlAsync(HttpMethod.Post, "/sandbox/faults", fault)).Status);

    /// <summary>Asks until that many are left: the call under test has then met its trouble.</summary>
    private async Task PlannedAsync(int left)
    {
        while ((await _telegram.ControlAsync(HttpMethod.Get, "/sandbox/faults")).Body.GetArrayLength() != left)
        {
        }
    }
}
