using System.Globalization;
using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>One call of a bot method: its arguments as text, however they were sent, and its files.</summary>
internal sealed class BotCall(
    string method, Dictionary<string, string> values, Dictionary<string, UploadedFile> files, CancellationToken aborted)
{
    /// <summary>In lower case, as methods are named without regard to case.</summary>
    public string Method => method;

    public CancellationToken Aborted => aborted;

    public string? Text(string name) => values.GetValueOrDefault(name);

    public UploadedFile? File(string name) => files.GetValueOrDefault(name);

    public bool Flag(string name) =>
        Text(name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    public int Whole(string name, int otherwise, int least = int.MinValue, int most = int.MaxValue) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Math.Clamp(value, least, most)
            : otherwise;

    public double? Fraction(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public long? Id(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A JSON argument, null where it is missing or is no JSON.</summary>
    public JsonElement? Json(string name)
    {
        if (Text(name) is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The <c>allowed_updates</c> named here; null where the call does not speak of them.</summary>
    public string[]? AllowedUpdates() =>
        Json("allowed_updates") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(kind => kind.ValueKind == JsonValueKind.String).Select(kind => kind.GetString()!)]
            : null;
}

internal sealed record UploadedFile(string Name, string? Mime, byte[] Bytes);
