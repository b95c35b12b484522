using System.Text.Json;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>An answer of the control API, written by hand like all JSON of the sandbox that can be large.</summary>
internal sealed class JsonResult(Action<Utf8JsonWriter> write) : IResult
{
    public static JsonResult Of(Message message) => new(json => PhoneJson.Message(json, message));

    public static JsonResult List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => new(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    });

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonPiece.Write(write);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
