using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>The guided report: one thing at a time, each answered by one tap or message. What is known already is not asked.</summary>
public static class IntakeConversation
{
    /// <summary>Starts with what is known: nothing, or a story that came before its question.</summary>
    public static Turn Start(ChatState state, Draft draft, IntakeContext context) =>
        Ask(state, draft, draft.Missing, context, Alarm(draft, draft, context));

    public static Turn Step(ChatState state, Reporting at, ChatInput input, IntakeContext context) => (at.Asking, input) switch
    {
        (_, Tap("to:change")) when at.Draft.Missing == Question.Review => Ask(state, at.Draft, Question.Change, context),
        (_, Tap("to:review")) => Ask(state, at.Draft, at.Draft.Missing, context),
        (Question.Category, Tap(var data)) when Value(data, "c:") is { } code && context.Programmes.FindCategory(code) is not null =>
            Answer(state, at, at.Draft with { Category = code, Subcategory = Keep(at.Draft.Subcategory, code) }, context),
        (Question.Subcategory, Tap("s:back")) => Ask(state, at.Draft with { Category = null }, Question.Category, context, revising: at.Revising),
        (Question.Subcategory, Tap(var data)) when Value(data, "s:") is { } code && Belongs(at.Draft, code, context) =>
            Answer(state, at, at.Draft with { Subcategory = code, Accused = AccusedFor(at.Draft, code, context) }, context),
        (Question.Place or Question.Desa, _) when PlaceQuestion.Answer(at, input, context) is { } answered => Placed(state, at, answered, context),
        (Question.When, Tap(var data)) when Enum.TryParse<Happening>(Value(data, "w:"), out var when) =>
            Answer(state, at, at.Draft with { Happening = when }, context),
        (Question.Official, Tap(var data)) when Enum.TryParse<AccusedOffice>(Value(data, "o:"), out var office) =>
            Answer(state, at, at.Draft with { Accused = office }, context),
        (Question.Review, Tap("send")) => Send(state, at.Draft),
        (Question.Change, Tap(var data)) when Enum.TryParse<Question>(Value(data, "u:"), out var question) =>
            Ask(state, Reopened(at.Draft, question), question, context, revising: true),
        (Question.Story, Tap("st:done")) => Answer(state, at, at.Draft with { StoryDone = true }, context),
        (_, Tap("st:voice")) => Ask(state, at.Draft with { VoiceAllowed = true }, at.Asking, context, remark: new BotText.VoiceWelcome()),
        (_, Tap) => Repeat(state, at, context, fresh: true) with { Toast = new BotText.ButtonIsOld() },
        (_, Words or Evidence or EvidenceRefused or VoiceUnwarned) => StoryQuestion.Take(state, at, input, context),
        (_, Contact) => Repeat(state, at, context, new BotText.ContactRefused()),
        (_, Edited) => Repeat(state, at, context, new BotText.EditNotRead()),
        _ => Repeat(state, at, context, new BotText.NotUnderstood()),
    };

    /// <summary>Asks a question, after an optional remark; alarms go first and stay on the screen.</summary>
    internal static Turn Ask(
        ChatState state,
        Draft draft,
        Question question,
        IntakeContext context,
        BotText? alarm = null,
        bool revising = false,
        BotText? remark = null,
        int page = 0,
        bool inPlace = true)
    {
        var next = draft with { EmergencyShown = draft.EmergencyShown || alarm is not null };
        var at = new Reporting(next, question, page, revising);
        var effects = new List<Effect>();
        if (alarm is not null)
        {
            effects.Add(new Effect.Say(alarm, [], inPlace));
        }

        if (remark is not null)
        {
            effects.Add(new Effect.Say(remark, [], InPlace: false));
        }

        effects.Add(Questions.For(at, context) with { InPlace = inPlace && alarm is null && remark is null });
        return new Turn(state with { Step = at }, effects);
    }

    /// <summary>Not an answer to our question, so it is asked again.</summary>
    internal static Turn Repeat(ChatState state, Reporting at, IntakeContext context, BotText? remark = null, bool fresh = false) =>
        Ask(state, at.Draft, at.Asking, context, null, at.Revising, remark, at.Page, inPlace: !fresh);

    /// <summary>Emergency words first, once a report (policy 1.7); null where nothing sounds like danger.</summary>
    internal static BotText? Alarm(Draft before, Draft draft, IntakeContext context)
    {
        if (before.EmergencyShown)
        {
            return null;
        }

        if (draft.Subcategory is { } code)
        {
            var subcategory = context.Programmes.Find(code)!;
            var urgent = Urgency.Of(subcategory, draft.Happening, draft.StoryText) == Priority.P0;
            return urgent ? new BotText.Emergency(subcategory.Emergency) : null;
        }

        return draft.Story.Count > 0 && SoundsLikeDanger(draft, context) ? new BotText.Emergency(null) : null;
    }

    /// <summary>A story that came before any category: danger in the words of any kind of report counts.</summary>
    private static bool SoundsLikeDanger(Draft draft, IntakeContext context) => context.Programmes.Categories
        .SelectMany(category => category.Subcategories)
        .Where(subcategory => subcategory.Priority != Priority.P0)
        .Any(subcategory => Urgency.Of(subcategory with { Uplifts = [.. subcategory.Uplifts.Where(uplift => uplift.Words.Count > 0)] }, null, draft.StoryText) == Priority.P0);

    private static Turn Answer(ChatState state, Reporting at, Draft draft, IntakeContext context) =>
        Ask(state, draft, draft.Missing, context, Alarm(at.Draft, draft, context), at.Revising && draft.Missing != Question.Review);

    private static Turn Placed(ChatState state, Reporting at, PlaceQuestion.Answered answered, IntakeContext context) => answered switch
    {
        { Place: { } place } => Answer(state, at, at.Draft with { Place = place }, context),
        { Page: { } page } => Ask(state, at.Draft, answered.Back ? Question.Place : at.Asking, context, revising: at.Revising, page: page),
        { Candidates: { Count: > 0 } candidates } => new Turn(
            state,
            [new Effect.Say(new BotText.WhichPlace(answered.Typed), PlaceQuestion.CandidateChoices(candidates, context), InPlace: false)]),
        _ => Repeat(state, at, context, answered.Remark),
    };

    private static Turn Send(ChatState state, Draft draft) => new(
        state with { Step = new Idle() },
        [
            new Effect.File(new Filing(
                draft.Subcategory!,
                draft.Happening!.Value,
                draft.Accused!.Value,
                draft.Place!.Place,
                draft.Place.Pin,
                draft.Story,
                draft.Evidence)),
        ]);

    /// <summary>The answer that is to change is opened again; whatever hung on it is asked anew, the rest stays.</summary>
    private static Draft Reopened(Draft draft, Question question) => question switch
    {
        Question.Category => draft with { Category = null },
        Question.Subcategory => draft with { Subcategory = null },
        Question.Place => draft with { Place = null },
        Question.Desa when draft.Place is { } place => draft with { Place = place with { Desa = null, DesaDeclined = false, Pin = null } },
        Question.When => draft with { Happening = null },
        Question.Story => draft with { StoryDone = false, Story = [], Evidence = [] },
        Question.Official => draft with { Accused = null },
        _ => draft,
    };

    private static bool Belongs(Draft draft, string code, IntakeContext context) =>
        context.Programmes.Find(code) is { IsHelp: false } found && found.CategoryCode == draft.Category;

    private static string? Keep(string? subcategory, string category) =>
        subcategory?.StartsWith(category + ".", StringComparison.Ordinal) == true ? subcategory : null;

    /// <summary>"No official" cannot stay the answer for a kind of report that is about officials.</summary>
    private static AccusedOffice? AccusedFor(Draft draft, string code, IntakeContext context) =>
        context.Programmes.Find(code)!.ConcernsOfficialByNature && draft.Accused == AccusedOffice.None ? null : draft.Accused;

    internal static string? Value(string data, string prefix) =>
        data.StartsWith(prefix, StringComparison.Ordinal) ? data[prefix.Length..] : null;
}
