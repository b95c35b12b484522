using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Telegram.Bot.Wire;

namespace Telegram.Bot.Types;

/// <summary>The number of a chat, or the public name of a channel.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public sealed class ChatId : IEquatable<ChatId>
{
    public ChatId(long identifier) => Identifier = identifier;

    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
        {
            Username = username;
        }
        else
        {
            Identifier = long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ArgumentException("A chat is a number, or a channel's name after an @.", nameof(username));
        }
    }

    public long? Identifier { get; }

    /// <summary>The public name of a channel we were configured with; no update carries one.</summary>
    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);

    [return: NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new(chat.Id);

    public static bool operator ==(ChatId? left, ChatId? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ChatId? left, ChatId? right) => !(left == right);

    public bool Equals(ChatId? other) =>
        other is not null
        && Identifier == other.Identifier
        && string.Equals(Username, other.Username, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as ChatId);

    public override int GetHashCode() =>
        Username is null ? Identifier.GetHashCode() : StringComparer.OrdinalIgnoreCase.GetHashCode(Username);

    public override string ToString() => nameof(ChatId);
}
