using System.Text;
using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What hangs under a message, read and checked from <c>reply_markup</c>.</summary>
internal abstract record Markup
{
    /// <summary>Buttons in the message.</summary>
    public sealed record Inline(IReadOnlyList<IReadOnlyList<InlineButton>> Rows) : Markup
    {
        public bool SameAs(Inline? other) =>
            other is not null && Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(p => p.First.SequenceEqual(p.Second));
    }

    /// <summary>Buttons instead of the letters.</summary>
    public sealed record Keys(IReadOnlyList<IReadOnlyList<Key>> Rows, bool Resize, bool OneTime, string? Placeholder) : Markup;

    public sealed record RemoveKeys : Markup;

    public sealed record ForceReply(string? Placeholder) : Markup;

    private const int MaxButtons = 100;

    private const int MaxDataBytes = 64;

    public static Refusal? Read(string? json, out Markup? markup)
    {
        markup = null;
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, out markup);
        }
        catch (JsonException)
        {
            return Refusal.Bad("can't parse reply keyboard markup JSON object");
        }
    }

    private static Refusal? Read(JsonElement root, out Markup? markup)
    {
        markup = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refusal.Bad("object expected as reply markup");
        }

        if (root.TryGetProperty("inline_keyboard", out var inline))
        {
            var refusal = Rows<InlineButton>(inline, ReadInline, out var rows);
            markup = refusal is null && rows.Count > 0 ? new Inline(rows) : null;
            return refusal;
        }

        if (root.TryGetProperty("keyboard", out var keys))
        {
            var refusal = Rows<Key>(keys, ReadKey, out var rows);
            markup = new Keys(rows, Flag(root, "resize_keyboard"), Flag(root, "one_time_keyboard"), Words(root, "input_field_placeholder"));
            return refusal;
        }

        markup = Flag(root, "remove_keyboard") ? new RemoveKeys()
            : Flag(root, "force_reply") ? new ForceReply(Words(root, "input_field_placeholder"))
            : null;
        return null;
    }

    private delegate Refusal? ReadButton<T>(JsonElement json, out T? button)
        where T : class;

    private static Refusal? Rows<T>(JsonElement json, ReadButton<T> read, out IReadOnlyList<IReadOnlyList<T>> rows)
        where T : class
    {
        var result = new List<IReadOnlyList<T>>();
        rows = result;
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Array))
        {
            return Refusal.Bad("can't parse reply keyboard markup: field \"keyboard\" must be an Array of Arrays");
        }

        foreach (var line in json.EnumerateArray().Where(line => line.GetArrayLength() > 0))
        {
            var row = new List<T>();
            foreach (var cell in line.EnumerateArray())
            {
                if (read(cell, out var button) is { } refusal)
                {
                    return refusal;
                }

                row.Add(button!);
            }

            result.Add(row);
        }

        return result.Sum(row => row.Count) > MaxButtons ? Refusal.MarkupTooLong : null;
    }

    private static Refusal? ReadInline(JsonElement json, out InlineButton? button)
    {
        button = null;
        if (json.ValueKind != JsonValueKind.Object || Words(json, "text") is not { } text)
        {
            return Refusal.Bad("can't parse inline keyboard button: Can't find field \"text\"");
        }

        button = new InlineButton(text, Words(json, "callback_data"), Words(json, "url"));
        return button switch
        {
            { Text: "" } => Refusal.Bad("inline keyboard button text must be non-empty"),
            { Data: null, Url: null } => Refusal.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
            { Data: { } data } when Encoding.UTF8.GetByteCount(data) is 0 or > MaxDataBytes => Refusal.ButtonData,
            { Url: { } url } when !IsWebAddress(url) => Refusal.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"),
            _ => null,
        };
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == "tg" || (uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal)));

    private static Refusal? ReadKey(JsonElement json, out Key? key)
    {
        key = json.ValueKind == JsonValueKind.String
            ? new Key(json.GetString()!, false, false)
            : json.ValueKind == JsonValueKind.Object && Words(json, "text") is { } text
                ? new Key(text, Flag(json, "request_location"), Flag(json, "request_contact"))
                : null;
        return key is null ? Refusal.Bad("can't parse keyboard button: KeyboardButton must be a String or an Object") : null;
    }

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal sealed record InlineButton(string Text, string? Data, string? Url);

internal sealed record Key(string Text, bool AsksLocation, bool AsksContact);
