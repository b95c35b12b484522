using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>
/// The short way of a report about people who were poisoned (policy 5.5, domain.md 5.2): what they are asked before it goes out is
/// where, and nothing else. The rest is taken for granted until they change it in the preview, or asked below the receipt.
/// </summary>
internal static class Rescue
{
    /// <summary>What the preview offers to add by one tap, since nobody asked for it.</summary>
    public static readonly IReadOnlyList<Question> Additions = [Question.Supply, Question.Official];

    /// <summary>A draft whose story tells by itself of victims, where the resident has not said what it is about.</summary>
    public static Draft Recognised(Draft draft, IntakeContext context)
    {
        var kind = draft.Subcategory is not null ? null : context.Programmes.Categories
            .Where(category => draft.Category is null || category.Code == draft.Category)
            .SelectMany(category => category.Subcategories)
            .FirstOrDefault(kind => kind is { CountsVictims: true, Signs: { } signs } && Urgency.Shows(signs, draft.StoryText));
        return kind is null ? draft : IntakeConversation.Chosen(draft with { Category = kind.CategoryCode }, kind.Code, context);
    }

    /// <summary>Takes for granted what was not said; nobody knows where the drink came from until they say so.</summary>
    public static Draft Shortened(Draft draft) => draft with
    {
        Happening = draft.Happening ?? Happening.Now,
        StoryDone = true,
        Accused = draft.Accused ?? AccusedOffice.None,
        Supply = draft.Supply ?? PlaceAnswer.Declined,
        Assumed =
        [
            .. draft.Assumed,
            .. draft.Happening is null ? [Question.When] : Array.Empty<Question>(),
            .. draft.StoryDone ? Array.Empty<Question>() : [Question.Story],
            .. draft.Accused is null ? [Question.Official] : Array.Empty<Question>(),
            .. draft.Supply is null ? [Question.Supply] : Array.Empty<Question>(),
        ],
    };

    /// <summary>What they have answered themselves is no longer taken for granted.</summary>
    public static Draft Answered(Draft draft, Question question) =>
        draft.Assumed.Contains(question) ? draft with { Assumed = [.. draft.Assumed.Where(assumed => assumed != question)] } : draft;

    /// <summary>Any other kind is asked what was only taken for granted.</summary>
    public static Draft Asked(Draft draft) => draft.Assumed.Count == 0 ? draft : draft with
    {
        Happening = draft.Assumed.Contains(Question.When) ? null : draft.Happening,
        StoryDone = draft.StoryDone && !draft.Assumed.Contains(Question.Story),
        Accused = draft.Assumed.Contains(Question.Official) ? null : draft.Accused,
        Supply = draft.Assumed.Contains(Question.Supply) ? null : draft.Supply,
        Assumed = [],
    };
}
