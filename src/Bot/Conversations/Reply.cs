using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kentongan.Bot.Conversations;

/// <summary>One message on its way to a chat, as it is sealed in the outbox. A file format.</summary>
/// <param name="Edit">The message to become this one; a new one is sent where it is gone.</param>
/// <param name="Html">Null to change the buttons alone.</param>
/// <param name="Erase">Delete what was said in this chat before, as far as we still know and Telegram allows.</param>
/// <param name="Leave">Leave the group afterwards.</param>
public sealed record Reply(long Chat, int? Edit, string? Html, IReadOnlyList<IReadOnlyList<ReplyButton>> Buttons, bool Leave = false, bool Erase = false)
{
    /// <summary>What to say instead where the bot no longer knows everything that stands in the chat; null for the same.</summary>
    public string? Forgotten { get; init; }

    /// <summary>What to say in the end where such a chat is then searched for what stands in it; null where it is not.</summary>
    public string? Swept { get; init; }

    /// <summary>Delete what else may stand in the chat from here on, and only then say this.</summary>
    public Sweep? Sweep { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReplyJson.Default.Reply);

    public static Reply FromJson(byte[] json) => JsonSerializer.Deserialize(json, ReplyJson.Default.Reply)
        ?? throw new JsonException("An empty reply.");
}

public sealed record ReplyButton(string Label, string Data);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Reply))]
internal sealed partial class ReplyJson : JsonSerializerContext;
