using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Wire;

/// <summary>Seconds since 1970 on the wire, a UTC time in the program; 0 is Telegram's way to say that there is none.</summary>
internal sealed class UnixTime : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seconds = reader.TokenType == JsonTokenType.String ? FromText(ref reader) : reader.GetInt64();
        return seconds == 0 ? default : DateTime.UnixEpoch.AddSeconds(seconds);
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : (long)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);

    private static long FromText(ref Utf8JsonReader reader)
    {
        Span<byte> digits = stackalloc byte[24];
        return reader.ValueSpan.Length <= digits.Length
            && Utf8Parser.TryParse(digits[..reader.CopyString(digits)], out long seconds, out _)
            ? seconds
            : throw new JsonException();
    }
}

/// <summary>A parse mode by the names that Telegram gave them, which follow no rule.</summary>
internal sealed class ParseModeConverter : JsonConverter<ParseMode>
{
    public override ParseMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "HTML" => ParseMode.Html,
            "MarkdownV2" => ParseMode.MarkdownV2,
            "Markdown" => ParseMode.Markdown,
            _ => ParseMode.None,
        };

    public override void Write(Utf8JsonWriter writer, ParseMode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            ParseMode.Html => "HTML"u8,
            ParseMode.MarkdownV2 => "MarkdownV2"u8,
            ParseMode.Markdown => "Markdown"u8,
            _ => ""u8,
        });
}

/// <summary>A chat as a number, or as a channel's name.</summary>
internal sealed class ChatIdConverter : JsonConverter<ChatId>
{
    public override ChatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, ChatId value, JsonSerializerOptions options)
    {
        if (value.Identifier is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.Username);
        }
    }
}
