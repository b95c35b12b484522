using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Conversations;

/// <summary>One answer of a conversation: the state that follows and what is to be done, all committed together.</summary>
public sealed record Turn(ChatState Next, IReadOnlyList<Effect> Effects)
{
    /// <summary>A short word over the chat for a tap; null for none.</summary>
    public BotText? Toast { get; init; }
}

/// <summary>What a conversation wants done. The turn runner is the only one that does it.</summary>
public abstract record Effect
{
    /// <param name="Choices">Rows of buttons; empty for none.</param>
    /// <param name="InPlace">Where a button was tapped, its message becomes this one; else a new message is sent.</param>
    public sealed record Say(BotText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices, bool InPlace = true) : Effect;

    /// <summary>Files the report and answers with the receipt.</summary>
    public sealed record File(Filing Filing) : Effect;

    public sealed record AddToReport(Receipt Receipt, string? Text, EvidenceRef? Evidence) : Effect;

    /// <summary>Passes on what was tapped about the victims of an emergency (policy 5.5).</summary>
    public sealed record TellOfVictims(Receipt Receipt, VictimsTold Told, Coordinates? At = null) : Effect;

    /// <summary>Tells this chat of news about the report, or no longer.</summary>
    public sealed record Follow(Receipt Receipt, bool On) : Effect;

    /// <summary>Asks whether to erase the traces: the codes in this chat go with them, so those that we can still read are shown once more.</summary>
    /// <param name="InHand">The receipt that the chat is in the middle of using, if any.</param>
    public sealed record AskErasure(Receipt? InHand) : Effect;

    /// <summary>Erases what we have of this chat: contacts, the draft's evidence, the messages.</summary>
    public sealed record EraseTraces(IReadOnlyList<EvidenceRef> Evidence) : Effect;

    public sealed record Withdraw(Receipt Receipt) : Effect;

    public sealed record Confirm(Receipt Receipt) : Effect;

    public sealed record Object(Receipt Receipt, string Reason) : Effect;
}

/// <param name="Data">At most 64 bytes; what a tap brings back.</param>
public sealed record Choice(BotText Label, string Data);
