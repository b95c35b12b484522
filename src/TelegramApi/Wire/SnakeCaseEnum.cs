using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Wire;

/// <summary>Writes an enum in snake case, and reads a word it does not know as 0.</summary>
internal sealed class SnakeCaseEnum<T> : JsonConverter<T>
    where T : struct, Enum
{
    // A dozen comparisons of a few bytes cost less than making a string to look up.
    private static readonly (byte[] Utf8, JsonEncodedText Name, T Value)[] Words =
        [.. Enum.GetValues<T>().Where(value => !value.Equals(default(T))).Select(Word)];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return default;
        }

        foreach (var word in Words)
        {
            if (reader.ValueTextEquals(word.Utf8))
            {
                return word.Value;
            }
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        foreach (var word in Words)
        {
            if (EqualityComparer<T>.Default.Equals(word.Value, value))
            {
                writer.WriteStringValue(word.Name);
                return;
            }
        }

        writer.WriteStringValue("unknown"u8);
    }

    private static (byte[] Utf8, JsonEncodedText Name, T Value) Word(T value)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
        return (Encoding.UTF8.GetBytes(name), JsonEncodedText.Encode(name), value);
    }
}
