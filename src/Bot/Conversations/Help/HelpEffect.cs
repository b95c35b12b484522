using Kentongan.Domain.Help;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>What a conversation about help wants done (policy 5.7).</summary>
public abstract record HelpEffect : Effect
{
    /// <summary>Opens the conversation and answers with its receipt.</summary>
    public sealed record Ask(HelpNeed Need, IReadOnlyList<string> Words) : HelpEffect;

    public sealed record Write(HelpReceipt Receipt, IReadOnlyList<string> Words, bool Danger) : HelpEffect;

    /// <summary>Tells this chat of news, or no longer.</summary>
    public sealed record Tell(HelpReceipt Receipt, bool On) : HelpEffect;

    public sealed record Close(HelpReceipt Receipt) : HelpEffect;

    /// <param name="Silent">Part of something that has its own word.</param>
    public sealed record Erase(HelpReceipt Receipt, bool Silent = false) : HelpEffect;
}
