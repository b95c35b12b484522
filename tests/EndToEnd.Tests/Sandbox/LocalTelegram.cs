using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kentongan.Sandbox;
using Kentongan.Sandbox.Phones;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>A sandbox on a free port with one resident who has started the bot, and the bot's side of the line.</summary>
internal sealed class LocalTelegram : IAsyncDisposable
{
    private readonly HttpClient _http;

    private LocalTelegram(SandboxServer server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = server.BaseAddress };
        Siti = server.Phone(server.AddPerson("Siti Aminah", "siti_aminah"));
    }

    public SandboxServer Server { get; }

    public Phone Siti { get; }

    public long Chat => Siti.Chat.Id;

    public HttpClient Http => _http;

    public static async Task<LocalTelegram> StartAsync(bool limits = false, bool started = true)
    {
        var server = await SandboxServer.StartAsync(new SandboxOptions { Url = new("http://127.0.0.1:0"), Limits = limits });
        var telegram = new LocalTelegram(server);
        if (started)
        {
            telegram.Siti.OpenLink(null);
            await telegram.CallAsync("getUpdates", new { offset = -1 });
            await telegram.CallAsync("getUpdates", new { offset = int.MaxValue });
        }

        return telegram;
    }

    public string Method(string name) => $"/bot{Server.Token}/{name}";

    public async Task<JsonElement> CallAsync(string method, object? arguments = null)
    {
        using var response = await _http.PostAsJsonAsync(Method(method), arguments ?? new { });
        return await ReadAsync(response);
    }

    public async Task<JsonElement> UploadAsync(string method, params (string Name, HttpContent Content, string? FileName)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content, fileName) in parts)
        {
            if (fileName is null)
            {
                form.Add(content, name);
            }
            else
            {
                form.Add(content, name, fileName);
            }
        }

        using var response = await _http.PostAsync(Method(method), form);
        return await ReadAsync(response);
    }

    /// <summary>The message id of a text the bot sent.</summary>
    public async Task<int> SayAsync(string text, object? keyboard = null)
    {
        var answer = await CallAsync("sendMessage", new { chat_id = Chat, text, parse_mode = "HTML", reply_markup = keyboard });
        return answer.Result().GetProperty("message_id").GetInt32();
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        if (!json.GetProperty("ok").GetBoolean())
        {
            Assert.Equal((int)response.StatusCode, json.GetProperty("error_code").GetInt32());
        }

        return json;
    }
}

internal static class Answers
{
    public static JsonElement Result(this JsonElement answer)
    {
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return answer.GetProperty("result");
    }

    public static string Refusal(this JsonElement answer) =>
        answer.GetProperty("ok").GetBoolean()
            ? "ok"
            : $"{answer.GetProperty("error_code").GetInt32()} {answer.GetProperty("description").GetString()}";

    public static int[] UpdateIds(this JsonElement answer) =>
        [.. answer.Result().EnumerateArray().Select(update => update.GetProperty("update_id").GetInt32())];

    public static string[] Kinds(this JsonElement answer) =>
        [.. answer.Result().EnumerateArray().Select(update => update.EnumerateObject().Last().Name)];
}
