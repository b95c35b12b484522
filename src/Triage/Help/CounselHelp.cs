using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>What a counsellor does with a request: take it, answer, refer, end it, give it back (policy 5.7). Cards open for their owner alone.</summary>
public sealed class CounselHelp(HelpVault vault, HelpWork work)
{
    /// <summary>So much fits one message to the resident.</summary>
    public const int Longest = 1500;

    private const int MostListed = 20;

    public Task<Refusal?> TakeAsync(Unit unit, OfficerId by, long card) => ActAsync(unit, by, card, request => request.Take(by));

    public async Task<Refusal?> ReleaseAsync(Unit unit, OfficerId by, long card)
    {
        HelpRequest? released = null;
        var refused = await ActAsync(unit, by, card, request => (released = request).Release(by));
        if (refused is null)
        {
            await WaitsAgainAsync(unit, released!, by);
        }

        return refused;
    }

    public Task<Refusal?> CloseAsync(Unit unit, OfficerId by, long card) => ActAsync(unit, by, card, request => request.Close(by, unit.Now), ends: true);

    public Task<Refusal?> AnswerAsync(Unit unit, OfficerId by, long card, string text) =>
        LinkCheck.Finds(text) ? Task.FromResult<Refusal?>(new Refusal.NoLinks())
        : SayAsync(unit, by, card, HelpWordKind.Counsellor, text.Length > Longest ? text[..Longest] : text, request => request.Answer(by, unit.Now));

    /// <param name="text">The place, in words for the resident.</param>
    public Task<Refusal?> ReferAsync(Unit unit, OfficerId by, long card, string text) =>
        SayAsync(unit, by, card, HelpWordKind.Referral, text, request => request.Refer(by, unit.Now));

    /// <summary>Unfolds the conversation on the card, turns its pages, or folds it.</summary>
    public Task<Refusal?> TurnToAsync(Unit unit, OfficerId by, long card, int? page) => ActAsync(
        unit, by, card, request => request.Counsellor == by ? null : new Refusal.HelpTaken(), unfold: (true, page));

    /// <summary>The card as things stand.</summary>
    public Task<Refusal?> RedrawAsync(Unit unit, OfficerId by, long card) => ActAsync(unit, by, card, _ => null);

    /// <summary>The card anew at the foot of the chat.</summary>
    public async Task<Refusal?> ShowAsync(Unit unit, OfficerId by, long card)
    {
        if (await FindAsync(unit, by, card) is not { } found)
        {
            return new Refusal.Stale();
        }

        await work.OfferAsync(unit, found.Request, by, Outbox.OutboxPriority.Reply);
        return null;
    }

    /// <summary>What the counsellor has, then what waits for anybody: the numbers of their cards, the most urgent first.</summary>
    public async Task<IReadOnlyList<(long Card, HelpUrgency? Urgency, bool Mine)>> OpenAsync(Unit unit, OfficerId by)
    {
        var open = await unit.Db.Set<HelpRequest>().AsNoTracking()
            .Where(request => request.Status == HelpStatus.Waiting || (request.Status == HelpStatus.Taken && request.Counsellor == by))
            .ToListAsync();
        var listed = new List<(long, HelpUrgency?, bool)>();
        foreach (var request in open.OrderByDescending(one => one.Counsellor == by).ThenBy(one => one.Urgency ?? HelpUrgency.Soon).ThenBy(one => one.OpenedAt).Take(MostListed))
        {
            listed.Add(((await work.CardAsync(unit, request.Id, by)).Id, request.Urgency, request.Counsellor == by));
        }

        return listed;
    }

    /// <summary>Whether the conversation of a card is theirs: nobody is asked for an answer that could not be given.</summary>
    public static async Task<bool> IsMineAsync(Unit unit, OfficerId by, long card) =>
        await FindAsync(unit, by, card) is { Request: { Status: HelpStatus.Taken } request } && request.Counsellor == by;

    internal async Task WaitsAgainAsync(Unit unit, HelpRequest request, OfficerId? not)
    {
        if (request.AnsweredAt is null)
        {
            await HelpWork.StartClockAsync(unit, request);
        }

        foreach (var counsellor in (await HelpWork.CounsellorsAsync(unit.Db, unit.Now)).Where(one => one != not))
        {
            await work.NotifyAsync(unit, request, counsellor, other => new HelpNotice.Waits(other, request.Urgency == HelpUrgency.Danger));
        }
    }

    private static async Task<(HelpCardRow Card, HelpRequest Request)?> FindAsync(Unit unit, OfficerId by, long card) =>
        await unit.Db.Set<HelpCardRow>().SingleOrDefaultAsync(row => row.Id == card && row.Counsellor == by) is { } row
            && await HelpWork.FindAsync(unit, row.Request) is { } request && await HelpCounsellors.IsOneAsync(unit, by)
            ? (row, request)
            : null;

    private Task<Refusal?> SayAsync(Unit unit, OfficerId by, long card, HelpWordKind kind, string text, Func<HelpRequest, Refusal?> act) =>
        ActAsync(unit, by, card, act, said: (kind, text));

    private async Task<Refusal?> ActAsync(
        Unit unit,
        OfficerId by,
        long card,
        Func<HelpRequest, Refusal?> act,
        (HelpWordKind Kind, string Text)? said = null,
        bool ends = false,
        (bool Is, int? Page) unfold = default)
    {
        if (await FindAsync(unit, by, card) is not var (row, request))
        {
            return new Refusal.Stale();
        }

        var refused = act(request);
        if (refused is null && said is var (kind, text))
        {
            if (vault.Seal(request.Id, kind, text, unit.Now, await HelpDoor.NextAsync(unit, request.Id)) is not { } word)
            {
                return new Refusal.Stale();
            }

            unit.Db.Set<HelpWordRow>().Add(word);
            await HelpWork.StopClockAsync(unit, request.Id);
        }

        if (refused is null && ends)
        {
            await HelpWork.StopClockAsync(unit, request.Id);
        }

        if (refused is null && (said is not null || ends))
        {
            await work.NudgeAsync(unit, request.Id);
        }

        row.Page = unfold.Is ? unfold.Page : row.Page;
        row.Shown = null; // whoever taps sees how things stand, also after a refusal
        await work.RefreshAsync(unit, request.Id, by);
        return refused;
    }
}
