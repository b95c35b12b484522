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
    public static Turn Start(ChatState state, Draft draft, IntakeContext context, BotText? remark = null)
    {
        var known = Rescue.Recognised(draft, context);
        return Ask(state, known, known.Missing, context, remark: remark ?? (known == draft ? null : new BotText.StoryNoted(known.Story.Count, known.Evidence.Count)));
    }

    public static Turn Step(ChatState state, Reporting at, ChatInput input, IntakeContext context) => (at.Asking, input) switch
    {
        (_, Tap("to:change")) when at.Draft.Missing == Question.Review => Ask(state, at.Draft, Question.Change, context),
        (_, Tap("to:review")) => Ask(state, at.Draft, at.Draft.Missing, context),
        (Question.Category, Tap(var data)) when Value(data, "c:") is { } code && context.Programmes.FindCategory(code) is not null =>
            Answer(state, at, Chosen(at.Draft, code), context),
        (Question.Subcategory, Tap("s:back")) => Ask(state, at.Draft, Question.Category, context, at.Revising),
        (Question.Subcategory, Tap(var data)) when Value(data, "s:") is { } code && Belongs(at.Draft, code, context) =>
            Answer(state, at, Chosen(at.Draft, code, context), context),
        (Question.Regime, Tap(var data)) when Chosen<ElectionRegime>(data, "e:") is { } regime && Questions.Regimes(at.Draft, context).Contains(regime) =>
            Answer(state, at, at.Draft with { Regime = regime }, context),
        (Question.Place or Question.Desa, _) when PlaceQuestion.Answer(at, input, context) is { } answered => Placed(state, at, answered, context),
        (Question.Supply or Question.SupplyDesa, _) when SupplyQuestion.Answer(state, at, input, context) is { } supplied => supplied,
        (Question.When, Tap(var data)) when Chosen<Happening>(data, "w:") is { } when =>
            Answer(state, at, Rescue.Answered(at.Draft, Question.When) with { Happening = when }, context),
        (Question.Story, Tap("st:done")) => Answer(state, at, at.Draft with { StoryDone = true }, context),
        (Question.Story, Tap("st:clear")) =>
            Ask(state, at.Draft with { Story = [], Evidence = [], Kept = [], StoryDone = false }, Question.Story, context, at.Revising),
        (Question.Official, Tap(var data)) when Chosen<AccusedOffice>(data, "o:") is { } office && Questions.IsOffered(at.Draft, office, context) =>
            Answer(state, at, Rescue.Answered(at.Draft, Question.Official) with { Accused = office }, context),
        (Question.Blanking, Tap(var data)) when BlankingQuestion.Answer(at.Draft, data) is { } decided => Answer(state, at, decided, context),
        (Question.Review, Tap("send")) => at.Draft.Missing == Question.Review ? Send(state, at.Draft) : Ask(state, at.Draft, Question.Review, context),
        (Question.Change or Question.Review, Tap(var data)) when Chosen<Question>(data, "u:") is { } question && Questions.IsChangeable(at.Draft, question)
            && (at.Asking == Question.Change || Questions.IsAddition(at.Draft, question)) =>
            Ask(state, at.Draft, question, context, revising: true),
        (_, Tap("st:voice")) => Ask(
            state, at.Draft with { VoiceAllowed = true }, at.Asking, context, at.Revising, new BotText.VoiceWelcome(), at.Page),
        (_, Tap) => Repeat(state, at, context) with { Toast = new BotText.ButtonIsOld() },
        (_, Words or Evidence or EvidenceRefused or VoiceUnwarned) => StoryQuestion.Take(state, at, input, context),
        (_, Pin pin) => Pinned(state, at, PlaceQuestion.Early(at, pin, context), context),
        (_, FileUnasked) => Repeat(state, at, context, new BotText.FileNotNow()),
        (_, Contact) => Repeat(state, at, context, new BotText.ContactRefused()),
        (_, Edited) => Repeat(state, at, context, new BotText.EditNotRead()),
        _ => Repeat(state, at, context, new BotText.NotUnderstood()),
    };

    /// <summary>Asks a question, after an optional remark; words about danger go first and stay on the screen.</summary>
    internal static Turn Ask(
        ChatState state, Draft draft, Question question, IntakeContext context, bool revising = false, BotText? remark = null, int page = 0, bool inPlace = true)
    {
        // No preview, and so no way to send, before it is decided what the story may tell about its writer.
        question = question is Question.Review or Question.Blanking ? draft.Missing : question;
        var alarm = Danger.In(draft, context);
        var at = new Reporting(alarm is null ? draft : Danger.Said(draft, alarm), question, page, revising);
        return new Turn(
            state with { Step = at },
            [
                .. alarm is null ? Array.Empty<Effect>() : [new Effect.Say(alarm, [], inPlace)],
                .. remark is null ? Array.Empty<Effect>() : [new Effect.Say(remark, [], InPlace: false)],
                Questions.For(at, context, remark is null) with { InPlace = inPlace && alarm is null && remark is null },
            ]);
    }

    /// <summary>Not an answer to our question, so it is asked again, below what was written.</summary>
    internal static Turn Repeat(ChatState state, Reporting at, IntakeContext context, BotText? remark = null) =>
        Ask(state, at.Draft, at.Asking, context, at.Revising, remark, at.Page, inPlace: false);

    internal static string? Value(string data, string prefix) =>
        data.StartsWith(prefix, StringComparison.Ordinal) ? data[prefix.Length..] : null;

    internal static Turn Answer(ChatState state, Reporting at, Draft draft, IntakeContext context) =>
        Ask(state, draft, draft.Missing, context, at.Revising && draft.Missing is not (Question.Review or Question.Blanking));

    private static Turn Placed(ChatState state, Reporting at, PlaceQuestion.Answered answered, IntakeContext context) => answered switch
    {
        { Place: { } place } => Answer(state, at, at.Draft with { Place = place }, context),
        { Page: { } page } => Ask(state, at.Draft, answered.Back ? Question.Place : at.Asking, context, at.Revising, page: page),
        { Candidates: { Count: > 0 } candidates } => new Turn(
            state with { Step = at },
            [new Effect.Say(new BotText.WhichPlace(answered.Typed), PlaceQuestion.CandidateChoices(candidates, context), InPlace: false)]),
        _ => Repeat(state, at, context, answered.Remark),
    };

    private static Turn Pinned(ChatState state, Reporting at, (Draft Draft, BotText Remark) read, IntakeContext context) =>
        Ask(state, read.Draft, at.Asking == Question.Review ? read.Draft.Missing : at.Asking, context, at.Revising, read.Remark, at.Page);

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
                draft.Evidence,
                draft.Regime)
            {
                Supply = draft.AsksSupply ? draft.Supply?.Place : null,
            }),
        ]);

    /// <summary>The value that a button of ours carries; numbers and unknown names are nobody's button.</summary>
    private static T? Chosen<T>(string data, string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => data == $"{prefix}{value}");

    private static bool Belongs(Draft draft, string code, IntakeContext context) =>
        context.Programmes.Find(code) is { IsHelp: false } found && found.CategoryCode == draft.Category;

    private static Draft Chosen(Draft draft, string category)
    {
        var kept = Keep(draft.Subcategory, category);
        draft = kept is null ? Rescue.Asked(draft) : draft;
        return draft with { Category = category, Subcategory = kept, AsksSupply = kept is not null && draft.AsksSupply, Supply = kept is null ? null : draft.Supply };
    }

    /// <summary>The draft of a kind of report: with what that kind asks for, and without what only another one did.</summary>
    internal static Draft Chosen(Draft draft, string code, IntakeContext context)
    {
        var supply = context.Programmes.Find(code)!.CountsVictims;
        draft = supply ? Rescue.Shortened(draft) : Rescue.Asked(draft);
        var regime = context.Programmes.ProgrammeOf(code)!.Regimes.Count > 1;
        return draft with
        {
            Subcategory = code,
            Accused = AccusedFor(draft, code, context),
            AsksSupply = supply,
            Supply = supply ? draft.Supply : null,
            AsksRegime = regime,
            Regime = regime ? draft.Regime : null,
        };
    }

    private static string? Keep(string? subcategory, string category) =>
        subcategory?.StartsWith(category + ".", StringComparison.Ordinal) == true ? subcategory : null;

    /// <summary>"No official" cannot stay the answer for a kind of report that is about officials.</summary>
    private static AccusedOffice? AccusedFor(Draft draft, string code, IntakeContext context) =>
        context.Programmes.Find(code)!.ConcernsOfficialByNature && draft.Accused == AccusedOffice.None ? null : draft.Accused;
}
