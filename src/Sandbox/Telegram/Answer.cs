using System.Text.Json;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What a method gives back: a result still to be written, or a refusal.</summary>
internal readonly record struct Answer(Refusal? Refusal, Action<Utf8JsonWriter>? Result, string? Description = null)
{
    public static readonly Answer True = Of(static json => json.WriteBooleanValue(true));

    public static implicit operator Answer(Refusal refusal) => new(refusal, null);

    public static Answer Of(Action<Utf8JsonWriter> result) => new(null, result);

    /// <summary>True, with a word on what was done.</summary>
    public static Answer Described(string description) => True with { Description = description };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", Refusal is null);
        if (Refusal is null)
        {
            json.WritePropertyName("result");
            Result!(json);
            MessageJson.Optional(json, "description", Description);
        }
        else
        {
            json.WriteNumber("error_code", Refusal.Code);
            json.WriteString("description", Refusal.Description);
            if (Refusal.RetryAfter is { } seconds)
            {
                json.WriteStartObject("parameters");
                json.WriteNumber("retry_after", seconds);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }
}
