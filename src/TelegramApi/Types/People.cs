using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Somebody on Telegram: a number, and no name in any form.</summary>
public sealed class User
{
    public long Id { get; set; }

    public bool IsBot { get; set; }

    /// <summary>Filled by <c>GetMe</c> alone, with the bot's own name; no JSON reaches it.</summary>
    [JsonIgnore]
    public string? Username { get; internal set; }

    public override string ToString() => nameof(User);
}

/// <summary>A conversation: a number and a kind, and no title or name.</summary>
public class Chat
{
    public long Id { get; set; }

    public ChatType Type { get; set; }

    public sealed override string ToString() => nameof(Chat);
}

/// <summary>What <c>GetChat</c> tells of a chat: no more than <see cref="Chat"/> does.</summary>
public sealed class ChatFullInfo : Chat;

/// <summary>Says that a contact was sent. Whose it is, is not read.</summary>
public sealed class Contact;
