using System.Globalization;
using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary><c>sendMediaGroup</c>: two to ten files that appear as one.</summary>
internal sealed class AlbumMethod(TelegramWorld world)
{
    private static long _lastGroup = 13_900_000_000_000_000;

    public static string NextGroup() => Interlocked.Increment(ref _lastGroup).ToString(CultureInfo.InvariantCulture);

    public Answer Send(BotCall call)
    {
        if (call.Json("media") is not { ValueKind: JsonValueKind.Array } media || media.GetArrayLength() is < 2 or > 10)
        {
            return Refusal.GroupSize;
        }

        var parts = new List<(Attachment Attachment, FormattedText? Caption)>();
        foreach (var item in media.EnumerateArray())
        {
            if (Read(call, item, out var part) is { } wrong)
            {
                return wrong;
            }

            parts.Add(part);
        }

        if (Outgoing.To(world, call, out var chat, parts.Count) is { } refusal)
        {
            return refusal;
        }

        if (Outgoing.Frame(call, chat, out var frame) is { } unframed)
        {
            return unframed;
        }

        var group = NextGroup();
        var sent = parts.Select(part => world.Say(chat, id => frame(id, world.Clock.GetUtcNow()) with
        {
            Attachment = part.Attachment,
            Caption = part.Caption,
            MediaGroup = group,
            Markup = null,
        })).ToArray();
        return Answer.Of(json =>
        {
            json.WriteStartArray();
            foreach (var message in sent)
            {
                MessageJson.Write(json, message, world);
            }

            json.WriteEndArray();
        });
    }

    private Refusal? Read(BotCall call, JsonElement item, out (Attachment, FormattedText?) part)
    {
        part = default;
        if (item.ValueKind != JsonValueKind.Object)
        {
            return Refusal.Bad("can't parse InputMedia: expected an Object");
        }

        var kind = Words(item, "type");
        if (kind is not ("photo" or "video" or "document" or "audio"))
        {
            return Refusal.GroupKinds;
        }

        var entities = item.TryGetProperty("caption_entities", out var list) ? list : (JsonElement?)null;
        if (Outgoing.Caption(Words(item, "caption"), Words(item, "parse_mode"), entities, out var caption) is { } tooLong)
        {
            return tooLong;
        }

        var refusal = FileArguments.Find(world, call, kind, Words(item, "media") ?? "", out var attachment);
        part = (attachment, caption);
        return refusal;
    }

    private static string? Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
