using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Wire;

/// <summary>
/// Reads updates one by one: of one that cannot be read the number remains, so that it can be confirmed and those behind it still come.
/// </summary>
internal sealed class ReadableUpdates : JsonConverter<Update[]>
{
    public override Update[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var updates = new List<Update>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader;
            if ((TryRead(ref reader) ?? Number(ref reader, start)) is { } update)
            {
                updates.Add(update);
            }
        }

        return [.. updates];
    }

    public override void Write(Utf8JsonWriter writer, Update[] value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static Update? TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, WireContext.Default.Update);
        }
#pragma warning disable CA1031 // whatever is wrong with it, the next one is not to blame
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Leaves <paramref name="reader"/> at the end of the update that began at <paramref name="start"/>.</summary>
    private static Update? Number(ref Utf8JsonReader reader, Utf8JsonReader start)
    {
        reader = start;
        reader.Skip();
        if (start.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (start.Read() && start.TokenType == JsonTokenType.PropertyName)
        {
            var isNumber = start.ValueTextEquals("update_id"u8);
            start.Read();
            if (isNumber)
            {
                return start.TokenType == JsonTokenType.Number && start.TryGetInt32(out var id) ? new Update { Id = id } : null;
            }

            start.Skip();
        }

        return null;
    }
}
