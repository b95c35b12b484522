using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
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
    Invitations invitations, CardTaps taps, CardTokens tokens, OfficerTexts texts, LeaveDesk leave, OperationsDesk operations,
    EffectRunner effects, HelpDesk help, Unreachable unreachable, OutboxWriter outbox, SignIns signIns, WebOptions web, Jurisdiction jurisdiction)
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
    /// <param name="fetched">The file that came, cleaned; null where none did.</param>
    public async Task<Handled?> TryHandleAsync(Unit unit, OfficerId? officer, Incoming incoming, ChatInput? fetched, ChatState state)
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

        if (officer is { } sender && fetched is not null && state.Step is Step.OfficerResolves resolves)
        {
            var (step, said) = await texts.FileAsync(unit, sender, resolves, fetched);
            return await SayAsync(unit, incoming.Chat, state with { Step = step }, said);
        }

        if (officer is not { } id || incoming.Body is not IncomingBody.Text(var words) || CleanText.From(words) is not { } text)
        {
            return null;
        }

        await Unreachable.FoundAsync(unit, id);
        var typed = text.Split([' ', '@', '\n'])[0].ToLowerInvariant();
        if (CounsellorWords.NotForThem(typed) is { } kindly && await HelpDesk.IsCounsellorAsync(unit, id))
        {
            return await SayAsync(unit, incoming.Chat, state, kindly);
        }

        return typed switch
        {
            "/tugas" => await TasksAsync(unit, id, incoming.Chat, state),
            "/cuti" => await SilentlyAsync(state, leave.OpenAsync(unit, id, incoming.Chat)),
            "/operasi" => await SilentlyAsync(state, operations.OpenAsync(unit, id, incoming.Chat)),
            "/rekap" => await FiguresAsync(unit, id, incoming.Chat, state),
            "/masuk" => await SignInAsync(unit, id, incoming.Chat, text, state),
            "/bantuan" when text.Length == "/bantuan".Length && await help.ListAsync(unit, id, incoming.Chat) => new Handled(state, new TurnAnswer(null)),
            "/batal" when OfficerTexts.IsStep(state.Step) => await SayAsync(unit, incoming.Chat, Idle(state), OfficerWords.Cancelled),
            var command when command.StartsWith('/') => null,
            _ => await WrittenAsync(unit, id, incoming.Chat, text, state),
        };
    }

    private static string? Invitation(string raw) =>
        raw.StartsWith("/start ", StringComparison.Ordinal) && raw.Length is > 30 and < 80 ? raw[7..].Trim() : null;

    private async Task<Handled> BindAsync(Unit unit, long chat, string token, ChatState state)
    {
        var bound = await invitations.UseAsync(unit, token, chat);
        if (bound is Outcome<PostingRow>.Refused(Refusal.SeatsApart))
        {
            return await SayAsync(unit, chat, state, CounsellorWords.SeatsApart);
        }

        if (bound is Outcome<PostingRow>.Done(var held))
        {
            await outbox.QueueMenuAsync(unit, held.Officer);
        }

        if (bound is Outcome<PostingRow>.Done({ } seat) && seat.Seat == Seat.Konselor.Code)
        {
            return await SayAsync(unit, chat, state, await help.WelcomeAsync(unit, seat.Officer));
        }

        return await SayAsync(unit, chat, state, bound is Outcome<PostingRow>.Done(var posting)
            ? OfficerWords.Bound(posting.Seat, taps.NameOf(posting.Kecamatan))
            : Phrasebook.For(state.Language).Say(new BotText.InvitationInvalid()));
    }

    private async Task<Handled> TapAsync(Unit unit, OfficerId by, Incoming incoming, CardTap tap, ChatState state)
    {
        await Unreachable.FoundAsync(unit, by);
        if (HelpDesk.Is(tap.Action))
        {
            var helped = await help.TapAsync(unit, by, incoming, tap);
            return new Handled(helped.Step is { } next ? state with { Step = next } : state, helped.Answer);
        }

        if (LeaveDesk.Is(tap.Action) && await HelpDesk.IsCounsellorAsync(unit, by))
        {
            return new Handled(state, new TurnAnswer(CounsellorWords.NoLeave, Alert: true)); // of a card dealt before they were told so
        }

        var result = await taps.HandleAsync(unit, by, incoming, tap);
        return new Handled(result.Step is { } step ? state with { Step = step } : state, result.Answer);
    }

    /// <summary>Text that a card asked for.</summary>
    private async Task<Handled?> WrittenAsync(Unit unit, OfficerId by, long chat, string text, ChatState state)
    {
        if (!OfficerTexts.IsStep(state.Step))
        {
            return null;
        }

        if (state.Step is Step.CounsellorAnswers(var asked))
        {
            return new Handled(await help.WrittenAsync(unit, by, chat, asked, text) is { } after ? state with { Step = after } : state, new TurnAnswer(null));
        }

        var (next, said) = await texts.WrittenAsync(unit, by, state.Step, text);
        return await SayAsync(unit, chat, state with { Step = next }, said);
    }

    private static async Task<Handled> SilentlyAsync(ChatState state, Task shown)
    {
        await shown;
        return new Handled(state, new TurnAnswer(null));
    }

    private async Task<Handled> TasksAsync(Unit unit, OfficerId by, long chat, ChatState state)
    {
        var cards = await CardQueries.OpenCardsAsync(unit.Db, by, jurisdiction.Local, unit.Now, MostTasks, CancellationToken.None);
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

        rows.Add([new ReplyButton(OfficerWords.Label(CardAction.LeaveOpen), tokens.Seal(by, new CardTap(0, CardAction.LeaveOpen, 0)))]);
        await effects.QueueAsync(unit, new Reply(chat, null, cards.Count == 0 ? OfficerWords.NoTasks : OfficerWords.Tasks(cards.Count), rows));
        return new Handled(state, new TurnAnswer(null));
    }

    /// <summary>The figures are counted when they leave, outside the writer: counting may take a while.</summary>
    private async Task<Handled> FiguresAsync(Unit unit, OfficerId by, long chat, ChatState state)
    {
        if (await unit.Db.Postings.AsNoTracking().AnyAsync(row => row.Officer == by && row.To == null && (row.Kecamatan != null || row.Seat == Seat.Koordinator.Code)))
        {
            await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.Reply, Kind = OutboxKind.Digest, Officer = by });
            return new Handled(state, new TurnAnswer(null));
        }

        return await SayAsync(unit, chat, state, OfficerWords.NoFigures);
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

    private static ChatState Idle(ChatState state) => state with { Step = new Step.Idle() };
}
