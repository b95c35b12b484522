using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kentongan.EndToEnd.Tests.Product.Strict;

/// <summary>One call of the Bot API as it went over the line.</summary>
/// <param name="Files">Name of the field and of the file.</param>
internal sealed record ApiCall(
    string Verb, string Method, IReadOnlyDictionary<string, JsonElement> Arguments, IReadOnlyDictionary<string, string> Files, long At)
{
    /// <summary>What Telegram answered; 0 where the line broke.</summary>
    public int Status { get; set; }

    public string Answer { get; set; } = "";

    public long? Chat => Arguments.TryGetValue("chat_id", out var chat) && long.TryParse(chat.ToString(), out var id) ? id : null;

    public static async Task<ApiCall> ReadAsync(HttpRequest request, string method, long at)
    {
        var arguments = request.Query.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value.ToString()));
        var files = new Dictionary<string, string>();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (name, value) in form)
            {
                arguments[name] = JsonSerializer.SerializeToElement(value.ToString());
            }

            foreach (var file in form.Files)
            {
                files[file.Name] = file.FileName;
            }
        }
        else if (request.ContentLength is not 0 && request.ContentType is not null)
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            foreach (var property in body.RootElement.EnumerateObject())
            {
                arguments[property.Name] = property.Value.Clone();
            }
        }

        return new ApiCall(request.Method, method, arguments, files, at);
    }
}
