using Kentongan.Bot.Conversations;

namespace Kentongan.Bot.Delivery;

/// <summary>What Telegram answered to one message.</summary>
public abstract record Delivered
{
    /// <param name="MessageId">The message that now stands in the chat; null where there is none.</param>
    public sealed record Sent(int? MessageId) : Delivered
    {
        /// <summary>What is to be sent after it; null for nothing.</summary>
        public Reply? Next { get; init; }
    }

    /// <summary>429: nothing to this chat for so long.</summary>
    public sealed record Throttled(TimeSpan Wait) : Delivered;

    /// <summary>No answer, 5xx or an answer that makes no sense: tried again.</summary>
    public sealed record Away : Delivered;

    /// <summary>403, or the chat is gone.</summary>
    public sealed record Blocked : Delivered;

    /// <summary>Telegram will never take it; trying again changes nothing.</summary>
    public sealed record Rejected(int Code) : Delivered;
}
