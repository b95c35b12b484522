using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web;
using Kentongan.Triage.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What an officer does in chat: binds by invitation, taps a card, writes what a card asked for, asks for tasks or figures.</summary>
internal sealed class OfficerDesk(
    Invitations invitations, CardTaps taps, CardTokens tokens, AskReporter ask, WorkOnReport work, ScreenReport screen,
    EffectRunner effects, Unreachable unreachable, OutboxWriter outbox, SignIns signIns, WebOptions web)
{
    private const int MostTasks = 20;

    /// <param name="Next">The state that follows.</param>
    internal sealed record Handled(ChatState Next, TurnAnswer Answer);

    public Task MembershipAsync(Unit unit, OfficerId? officer, bool blocked) => (officer, blocked) switch
    {
        (null, _) => Task.CompletedTask,
        ({ } id, true) => unreachable.LostAsync(unit, id),
        ({ } id, false) => Unreachable.FoundAsync(unit, id),
    };

    /// <returns>Null where the resident's conversation should answer.</returns>
    public async Task<Handled?> TryHandleAsync(Unit unit, OfficerId? officer, Incoming incoming, ChatState state)
    {
        if (incoming.Body is IncomingBody.Text(var raw) && Invitation(raw) is { } token)
        {
            return await BindAsync(unit, incoming.Chat, token, state);
        }

        if (incoming.Body is IncomingBody.Tapped(var data) && data.StartsWith(CardTokens.Mark))
        {
            return officer is { } by && tokens.Open(by, data) is { } tap
                ? await TapAsync(unit, by, incoming, tap, state)
                : new Handled(state, new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
        }

        if (officer is not { } id || incoming.Body is not IncomingBody.Text(var words) || CleanText.From(words) is not { } text)
        {
            return null;
        }

        await Unreachable.FoundAsync(unit, id);
        return text.Split([' ', '@', '\n'])[0].ToLowerInvariant() switch
        {
            "/tugas" => await TasksAsync(unit, id, incoming.Chat, state),
            "/rekap" => await FiguresAsync(unit, id, incoming.Chat, state),
            "/masuk" => await SignInAsync(unit, id, incoming.Chat, text, state),
            "/batal" when IsOfficerStep(state.Step) => await SayAsync(unit, incoming.Chat, Idle(state), OfficerWords.Cancelled),
            var command when command.StartsWith('/') => null,
            _ => await WrittenAsync(unit, id, incoming.Chat, text, state),
        };
    }

    private static string? Invitation(string raw) =>
        raw.StartsWith("/start ", StringComparison.Ordinal) && raw.Length is > 30 and < 80 ? raw[7..].Trim() : null;

    private async Task<Handled> BindAsync(Unit unit, long chat, string token, ChatState state)
    {
        var bound = await invitations.UseAsync(unit, token, chat);
        return await SayAsync(unit, chat, state, bound is Outcome<PostingRow>.Done(var posting)
            ? OfficerWords.Bound(posting.Seat, taps.NameOf(posting.Kecamatan))
            : Phrasebook.For(state.Language).Say(new BotText.InvitationInvalid()));
    }

    private async Task<Handled> TapAsync(Unit unit, OfficerId by, Incoming incoming, CardTap tap, ChatState state)
    {
        await Unreachable.FoundAsync(unit, by);
        var result = await taps.HandleAsync(unit, by, incoming, tap);
        return new Handled(result.Step is { } step ? state with { Step = step } : state, result.Answer);
    }

    /// <summary>Text that a card asked for.</summary>
    private async Task<Handled?> WrittenAsync(Unit unit, OfficerId by, long chat, string text, ChatState state)
    {
        if (!IsOfficerStep(state.Step))
        {
            return null;
        }

        var card = state.Step switch
        {
            Step.OfficerAsks(var id) => id,
            Step.OfficerResolves(var id, _) => id,
            Step.OfficerDismisses(var id, _) => id,
            _ => 0,
        };
        if (await OfficerCase.FindAsync(unit, card, by) is not { } it)
        {
            return await SayAsync(unit, chat, Idle(state), OfficerWords.Refused(new Refusal.Stale()));
        }

        var (refusal, done) = state.Step switch
        {
            Step.OfficerAsks => (Why(await ask.HandleAsync(unit, it, text)), OfficerWords.QuestionSent),
            Step.OfficerResolves(_, var outcome) => (Why(await work.ProposeResolutionAsync(unit, it, outcome, text)), OfficerWords.Kept),
            Step.OfficerDismisses(_, { } outcome) => (Why(await screen.DismissAsync(unit, it, outcome, text)), OfficerWords.Kept),
            _ => (Why(await screen.QuarantineAsync(unit, it, text)), OfficerWords.Kept),
        };

        // What can be put right by writing again keeps its question open.
        var next = refusal is Refusal.TooShort or Refusal.NoLinks ? state : Idle(state);
        return await SayAsync(unit, chat, next, refusal is null ? done : OfficerWords.Refused(refusal));
    }

    private async Task<Handled> TasksAsync(Unit unit, OfficerId by, long chat, ChatState state)
    {
        var cards = await CardQueries.OpenCardsAsync(unit.Db, by, MostTasks, CancellationToken.None);
        var rows = new List<IReadOnlyList<ReplyButton>>();
        foreach (var card in cards)
        {
            var report = await (from row in unit.Db.Cards.AsNoTracking()
                                join r in unit.Db.Reports.AsNoTracking() on row.Report equals r.Id
                                where row.Id == card
                                select r).SingleAsync();
            rows.Add([new ReplyButton(
                $"{OfficerWords.Mark(report.Priority)} {report.CaseNumber} · {taps.KindOf(report.Category)}{(report.Lead == by ? " · Anda" : "")}",
                tokens.Seal(by, new CardTap(card, CardAction.Show, 0)))]);
        }

        await effects.QueueAsync(unit, new Reply(chat, null, cards.Count == 0 ? OfficerWords.NoTasks : OfficerWords.Tasks(cards.Count), rows));
        return new Handled(state, new TurnAnswer(null));
    }

    /// <summary>The figures are counted when they leave, outside the writer: counting may take a while.</summary>
    private async Task<Handled> FiguresAsync(Unit unit, OfficerId by, long chat, ChatState state)
    {
        if (await unit.Db.Postings.AsNoTracking().AnyAsync(row => row.Officer == by && row.To == null))
        {
            await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Reply, Kind = OutboxKind.Digest, Officer = by });
            return new Handled(state, new TurnAnswer(null));
        }

        return await SayAsync(unit, chat, state, OfficerWords.OnlyForOfficers);
    }

    /// <summary>A one-time link to the back office, and six digits for the browser that asked (threat-model 5).</summary>
    private async Task<Handled> SignInAsync(Unit unit, OfficerId by, long chat, string text, ChatState state)
    {
        var code = text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var typed, ..] ? typed : null;
        return await SayAsync(unit, chat, state, await signIns.GrantAsync(unit, by, code) is Outcome<SignInGranted>.Done(var granted)
            ? OfficerWords.SignIn(new Uri(web.Address, "/masuk/" + granted.Link), granted.Digits)
            : OfficerWords.SignInRefused);
    }

    private async Task<Handled> SayAsync(Unit unit, long chat, ChatState next, string html)
    {
        await effects.QueueAsync(unit, new Reply(chat, null, html, []));
        return new Handled(next, new TurnAnswer(null));
    }

    private static Refusal? Why<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused(var why) ? why : null;

    private static bool IsOfficerStep(Step step) => step is Step.OfficerAsks or Step.OfficerResolves or Step.OfficerDismisses;

    private static ChatState Idle(ChatState state) => state with { Step = new Step.Idle() };
}
