using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Reads a call from its query, form, multipart or JSON body.</summary>
internal static class BotCallReader
{
    public static async Task<(Refusal? Refusal, BotCall? Call)> ReadAsync(HttpContext http, string method)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        foreach (var (name, value) in http.Request.Query)
        {
            values[name] = value.ToString();
        }

        try
        {
            if (await BodyAsync(http.Request, values, files, http.RequestAborted) is { } refusal)
            {
                return (refusal, null);
            }
        }
        catch (JsonException)
        {
            return (Refusal.Bad("can't parse request body as JSON"), null);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException { StatusCode: 413 })
        {
            return (Refusal.TooLarge, null);
        }

        return (null, new BotCall(method.ToLowerInvariant(), values, files, http.RequestAborted));
    }

    private static async Task<Refusal?> BodyAsync(
        HttpRequest request, Dictionary<string, string> values, Dictionary<string, UploadedFile> files, CancellationToken ct)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(ct);
            foreach (var (name, value) in form)
            {
                values[name] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                if (file.Length > FileStore.MaxUpload)
                {
                    return Refusal.TooLarge;
                }

                files[file.Name] = await Uploads.ReadAsync(file, ct);
            }
        }
        else if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Value is "application/json")
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refusal.Bad("expected an Object");
            }

            foreach (var field in document.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
            {
                values[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            }
        }

        return null;
    }
}

internal static class Uploads
{
    public static async Task<UploadedFile> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, ct);
        return new UploadedFile(file.FileName, string.IsNullOrEmpty(file.ContentType) ? null : file.ContentType, bytes);
    }
}
