using System.Text;
using System.Text.Json;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary><c>GET /sandbox/events</c>: what happens, as server-sent events.</summary>
internal static class PhoneEvents
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task StreamAsync(HttpContext http, Changes changes, CancellationToken stopping)
    {
        using var watch = changes.Begin();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await http.Response.WriteAsync("retry: 1000\n\n", end.Token);
            await http.Response.Body.FlushAsync(end.Token);
            await PumpAsync(http.Response, watch, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the sandbox ends.
        }
    }

    private static async Task PumpAsync(HttpResponse response, Changes.Watch watch, CancellationToken ct)
    {
        var more = watch.Reader.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(Heartbeat, TimeProvider.System, ct)) == more)
            {
                if (!await more)
                {
                    return;
                }

                while (watch.Reader.TryRead(out var change))
                {
                    await WriteAsync(response, change, ct);
                }

                more = watch.Reader.WaitToReadAsync(ct).AsTask();
            }
            else
            {
                await response.WriteAsync(": still here\n\n", ct);
            }

            await response.Body.FlushAsync(ct);
        }
    }

    private static async Task WriteAsync(HttpResponse response, Change change, CancellationToken ct)
    {
        var (name, body) = Describe(change);
        await response.WriteAsync($"event: {name}\ndata: ", ct);
        await response.Body.WriteAsync(body, ct);
        await response.Body.WriteAsync("\n\n"u8.ToArray(), ct);
    }

    private static (string Name, ReadOnlyMemory<byte> Body) Describe(Change change) => change switch
    {
        Change.Sent(var message) => ("message", JsonPiece.Write(json => PhoneJson.Message(json, message))),
        Change.Edited(var message) => ("edit", JsonPiece.Write(json => PhoneJson.Message(json, message))),
        Change.Deleted(var message) => ("delete", JsonPiece.Write(json => PhoneJson.Message(json, message))),
        Change.Answered(var query) => ("answer", JsonPiece.Write(json => PhoneJson.Query(json, query))),
        Change.PersonAdded(var person) => ("person", JsonPiece.Write(json => PhoneJson.Person(json, person))),
        Change.ChatChanged(var chat) => ("chat", JsonPiece.Write(json => PhoneJson.Chat(json, chat))),
        Change.Typing(var chat, var action) => ("typing", JsonPiece.Write(json => Typing(json, chat, action))),
        _ => ("clock", Encoding.UTF8.GetBytes("{}")),
    };

    private static void Typing(Utf8JsonWriter json, Chat chat, string action)
    {
        json.WriteStartObject();
        json.WriteNumber("chat", chat.Id);
        json.WriteString("action", action);
        json.WriteEndObject();
    }
}
