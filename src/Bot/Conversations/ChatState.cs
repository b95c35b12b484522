using System.Text.Json.Serialization;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations;

/// <summary>What we know of a running conversation. Kept sealed for at most a day.</summary>
public sealed record ChatState(Language Language, Step Step)
{
    public static ChatState Fresh { get; } = new(Language.Indonesian, new Step.Idle());
}

/// <summary>What the chat is in the middle of. The short names are a file format: never change one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(Reporting), "report")]
[JsonDerivedType(typeof(TypingReceipt), "receipt")]
[JsonDerivedType(typeof(Adding), "add")]
[JsonDerivedType(typeof(Objecting), "object")]
[JsonDerivedType(typeof(AskingForHelp), "help")]
[JsonDerivedType(typeof(WritingToCounsellor), "help-write")]
[JsonDerivedType(typeof(CounsellorAnswers), "help-answer")]
[JsonDerivedType(typeof(OfficerAsks), "ask")]
[JsonDerivedType(typeof(OfficerResolves), "resolve")]
[JsonDerivedType(typeof(OfficerDismisses), "dismiss")]
[JsonDerivedType(typeof(OfficerNotes), "note")]
[JsonDerivedType(typeof(OfficerReceipts), "number")]
[JsonDerivedType(typeof(OfficerCounts), "count")]
[JsonDerivedType(typeof(OfficerReviews), "after-action")]
public abstract record Step
{
    public sealed record Idle : Step;

    /// <param name="Page">Which page of a long list is shown, from 0.</param>
    /// <param name="Revising">The person came back from the preview: after this answer the preview is shown again.</param>
    public sealed record Reporting(Draft Draft, Question Asking, int Page = 0, bool Revising = false) : Step;

    /// <summary>Steps of the follow-up. A report that is being written waits beside them and is gone on with afterwards.</summary>
    public abstract record Following : Step
    {
        public Reporting? Parked { get; init; }

        /// <summary>What was written and waits for a word of its writer; null for nothing.</summary>
        public Unsent? Unsent { get; init; }
    }

    public sealed record TypingReceipt : Following;

    /// <summary>The resident adds to a report or answers a question.</summary>
    /// <param name="Token">The receipt's button form. It is sealed with the state and gone with it.</param>
    public sealed record Adding(string Token, string? LastAlbum = null, bool VoiceAllowed = false) : Following
    {
        /// <summary>Asked where the victims of an emergency are: a pin is an answer too (policy 5.5).</summary>
        public bool AsksWhere { get; init; }

        /// <summary>What was told of them just before.</summary>
        public VictimState? Victims { get; init; }
    }

    public sealed record Objecting(string Token) : Following;

    /// <summary>The resident asks for help. A report that is being written waits beside it and knows nothing of it.</summary>
    public sealed record AskingForHelp(HelpDraft Draft, HelpQuestion Asking) : Following;

    /// <param name="Token">The help receipt's button form. It is sealed with the state and gone with it.</param>
    public sealed record WritingToCounsellor(string Token) : Following;

    public sealed record CounsellorAnswers(long Card) : Step;

    public sealed record OfficerAsks(long Card) : Step;

    public sealed record OfficerResolves(long Card, ReportOutcome Outcome) : Step
    {
        /// <summary>What was told already, while the evidence is still awaited.</summary>
        public string? Told { get; init; }

        public IReadOnlyList<EvidenceRef> Proof
        {
            get => field ?? [];
            init;
        }
    }

    public sealed record OfficerNotes(long Card) : Step;

    /// <summary>The receipt number of a body that a report was referred to.</summary>
    public sealed record OfficerReceipts(long Card) : Step;

    /// <param name="Outcome">Null for quarantine.</param>
    public sealed record OfficerDismisses(long Card, ReportOutcome? Outcome) : Step;

    /// <summary>Asked for the numbers of casualties.</summary>
    public sealed record OfficerCounts(long Card) : Step;

    /// <summary>Asked for the note after the case was closed.</summary>
    public sealed record OfficerReviews(long Card) : Step;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChatState))]
internal sealed partial class StateJson : JsonSerializerContext;
