using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What an officer writes or sends because a card asked for it.</summary>
internal sealed class OfficerTexts(AskReporter ask, WorkOnReport work, ScreenReport screen, ReferReport refer, ClusterTaps clusters)
{
    /// <summary>More photos of one resolution nobody looks at.</summary>
    private const int MostProof = 10;

    public static bool IsStep(Step step) =>
        step is Step.OfficerAsks or Step.OfficerResolves or Step.OfficerDismisses or Step.OfficerNotes or Step.OfficerReceipts
            or Step.OfficerCounts or Step.OfficerReviews or Step.CounsellorAnswers;

    /// <returns>The step that follows, and what to say.</returns>
    public async Task<(Step Next, string Said)> WrittenAsync(Unit unit, OfficerId by, Step step, string text)
    {
        if (await OfficerCase.FindAsync(unit, CardOf(step), by) is not { } it)
        {
            return (new Step.Idle(), OfficerWords.Refused(new Refusal.Stale()));
        }

        if (step is Step.OfficerResolves resolves)
        {
            return await ResolveAsync(unit, it, resolves, text);
        }

        if (await clusters.WrittenAsync(unit, it, step, text) is var (why, said, again))
        {
            return (again ? step : new Step.Idle(), why is null ? said : OfficerWords.Refused(why));
        }

        var (refusal, done) = step switch
        {
            Step.OfficerAsks => ((await ask.HandleAsync(unit, it, text)).Refusal, OfficerWords.QuestionSent),
            Step.OfficerNotes => ((await work.NoteAsync(unit, it, text)).Refusal, OfficerWords.Kept),
            Step.OfficerReceipts => ((await refer.RecordReceiptAsync(unit, it, text)).Refusal, OfficerWords.Kept),
            Step.OfficerDismisses(_, { } outcome) => ((await screen.DismissAsync(unit, it, outcome, text)).Refusal, OfficerWords.Kept),
            _ => ((await screen.QuarantineAsync(unit, it, text)).Refusal, OfficerWords.Kept),
        };

        // What can be put right by writing again keeps its question open.
        return (refusal is Refusal.NoLinks or Refusal.NoPhones ? step : new Step.Idle(), refusal is null ? done : OfficerWords.Refused(refusal));
    }

    /// <summary>A photo or document that goes with a resolution; its caption is the telling, or it waits for one (policy 2).</summary>
    public async Task<(Step Next, string Said)> FileAsync(Unit unit, OfficerId by, Step.OfficerResolves step, ChatInput fetched)
    {
        if (fetched is not ChatInput.Evidence file)
        {
            return (step, fetched is ChatInput.EvidenceRefused refused
                ? Phrasebook.For(Domain.Programmes.Language.Indonesian).Say(new BotText.FileRefused(refused.Why))
                : DutyWords.AskProof);
        }

        if (await OfficerCase.FindAsync(unit, step.Card, by) is not { } it)
        {
            return (new Step.Idle(), OfficerWords.Refused(new Refusal.Stale()));
        }

        var more = step with { Proof = [.. step.Proof, file.Stored] };
        return (file.Caption ?? step.Told, more.Proof.Count) switch
        {
            (_, > MostProof) => (step, DutyWords.ProofTaken),
            (null, _) => (more, DutyWords.ProofTaken),
            ({ } told, _) => await ResolveAsync(unit, it, more, told),
        };
    }

    private async Task<(Step Next, string Said)> ResolveAsync(Unit unit, OfficerCase it, Step.OfficerResolves step, string text) =>
        (await work.ProposeResolutionAsync(unit, it, step.Outcome, text, step.Proof)).Refusal switch
        {
            null => (new Step.Idle(), OfficerWords.Kept),
            Refusal.TooShort why => (step, OfficerWords.Refused(why)),
            Refusal.NeedsEvidence => (step with { Told = text }, DutyWords.AskProof),
            var why => (new Step.Idle(), OfficerWords.Refused(why)),
        };

    private static long CardOf(Step step) => step switch
    {
        Step.OfficerAsks(var id) => id,
        Step.OfficerResolves(var id, _) => id,
        Step.OfficerDismisses(var id, _) => id,
        Step.OfficerNotes(var id) => id,
        Step.OfficerReceipts(var id) => id,
        Step.OfficerCounts(var id) => id,
        Step.OfficerReviews(var id) => id,
        _ => 0,
    };
}
