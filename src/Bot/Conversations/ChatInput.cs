using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Conversations;

/// <summary>What a person did in their chat, as far as a conversation may know. Nothing in it says who.</summary>
public abstract record ChatInput
{
    /// <param name="Name">Without the slash, lower case.</param>
    public sealed record Command(string Name, string Argument) : ChatInput;

    /// <summary>An inline button of ours.</summary>
    public sealed record Tap(string Data) : ChatInput;

    /// <summary>Text without control and direction characters; never blank.</summary>
    public sealed record Words(string Text) : ChatInput;

    public sealed record Pin(Coordinates At) : ChatInput;

    /// <summary>A file that has been cleaned and stored.</summary>
    /// <param name="Album">Files sent together share it; answered once.</param>
    public sealed record Evidence(EvidenceRef Stored, string? Caption, string? Album) : ChatInput;

    public sealed record EvidenceRefused(CleaningRefusal Why, string? Caption) : ChatInput;

    /// <summary>A voice message that was not fetched, because a voice can be recognised and nobody has been warned yet.</summary>
    public sealed record VoiceUnwarned : ChatInput;

    /// <summary>A file that nobody asked for; not fetched.</summary>
    public sealed record FileUnasked : ChatInput;

    /// <summary>A receipt, pressed or typed, with what it opens; null where it opens nothing.</summary>
    /// <param name="Action">What the button asks for; empty to look.</param>
    public sealed record ReceiptShown(Receipt Receipt, string Action, ReporterView? View) : ChatInput;

    /// <summary>The receipt of a help conversation, pressed or typed, with what it opens; null where it opens nothing any more.</summary>
    /// <param name="Action">What the button asks for, or a page; empty to look.</param>
    public sealed record HelpShown(HelpReceipt Receipt, string Action, HelpView? View) : ChatInput;

    /// <summary>Words that were to be a receipt and are none.</summary>
    public sealed record NoReceipt : ChatInput;

    /// <summary>One more code after many that opened nothing; not looked up.</summary>
    public sealed record TooManyGuesses : ChatInput;

    public sealed record Contact : ChatInput;

    public sealed record Edited : ChatInput;

    /// <summary>Stickers, polls, dice, games: nothing that could be part of a report.</summary>
    public sealed record SomethingElse : ChatInput;
}
