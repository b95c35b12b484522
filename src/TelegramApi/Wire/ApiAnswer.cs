using System.Text.Json.Serialization.Metadata;
using Telegram.Bot.Types;

namespace Telegram.Bot.Wire;

/// <summary>The envelope of every answer.</summary>
internal sealed class ApiAnswer<T>
{
    public bool Ok { get; set; }

    public T? Result { get; set; }

    public int ErrorCode { get; set; }

    public string? Description { get; set; }

    public ResponseParameters? Parameters { get; set; }
}

/// <summary>How an answer of a type is read, looked up once.</summary>
internal static class AnswerOf<T>
{
    public static readonly JsonTypeInfo<ApiAnswer<T>> Json =
        (JsonTypeInfo<ApiAnswer<T>>)JsonBotAPI.Options.GetTypeInfo(typeof(ApiAnswer<T>));
}

/// <summary>The bot's own account: the only one whose name is read.</summary>
internal sealed class OwnAccount
{
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string? Username { get; set; }
}
