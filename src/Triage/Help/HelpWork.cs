using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>What every change of a help request brings with it: fresh cards for counsellors, and nothing for anybody else (policy 5.7).</summary>
public sealed class HelpWork(OutboxWriter outbox, Randomness random, Jurisdiction jurisdiction)
{
    public static Task<HelpRequest?> FindAsync(Unit unit, HelpId id) => unit.Db.Set<HelpRequest>().SingleOrDefaultAsync(request => request.Id == id);

    /// <summary>Counsellors who can be written to, the first of the roster first.</summary>
    public static async Task<IReadOnlyList<OfficerId>> CounsellorsAsync(TriageDb db, DateTimeOffset now) =>
        [.. (await db.RosterAsync(now)).Holding(Seat.Konselor, null).Where(posting => posting.Reachable).Select(posting => posting.Officer).Distinct()];

    /// <summary>A card for a counsellor who has none of this request yet.</summary>
    internal async Task<HelpCardRow> CardAsync(Unit unit, HelpId request, OfficerId counsellor)
    {
        var cards = unit.Db.Set<HelpCardRow>();
        var card = cards.Local.FirstOrDefault(row => row.Request == request && row.Counsellor == counsellor)
            ?? await cards.SingleOrDefaultAsync(row => row.Request == request && row.Counsellor == counsellor);
        if (card is null)
        {
            card = new HelpCardRow
            {
                Id = BitConverter.ToInt64(random.Bytes(8)) & long.MaxValue,
                Request = request,
                Counsellor = counsellor,
                CreatedAt = HelpTimers.Kept(unit.Now),
            };
            cards.Add(card);
        }

        return card;
    }

    /// <summary>Sends a card for the first time, or anew at the foot of the chat.</summary>
    public async Task OfferAsync(Unit unit, HelpRequest request, OfficerId counsellor, int? priority = null)
    {
        var card = await CardAsync(unit, request.Id, counsellor);
        (card.FormerMessageId, card.MessageId, card.Shown) = (card.MessageId ?? card.FormerMessageId, null, null);
        await QueueCardAsync(unit, card, priority ?? PriorityOf(request), IsSilent(unit, request));
    }

    /// <summary>Every card that stands shows the new state; the one who tapped first of all.</summary>
    public async Task RefreshAsync(Unit unit, HelpId request, OfficerId? actor = null)
    {
        foreach (var card in await unit.Db.Set<HelpCardRow>().Where(row => row.Request == request).ToListAsync())
        {
            await QueueCardAsync(unit, card, card.Counsellor == actor ? OutboxPriority.Reply : OutboxPriority.Edit, silent: true);
        }
    }

    public async Task NotifyAsync(Unit unit, HelpRequest request, OfficerId counsellor, Func<long, HelpNotice> notice)
    {
        var card = await CardAsync(unit, request.Id, counsellor);
        await outbox.QueueAsync(unit, new OutboxRow
        {
            Priority = PriorityOf(request),
            Kind = OutboxKind.HelpNotice,
            Officer = counsellor,
            Body = notice(card.Id).ToJson(),
            Silent = IsSilent(unit, request),
        });
    }

    /// <summary>Tells the resident that there is news, where they asked for it; once, however much has happened.</summary>
    public async Task NudgeAsync(Unit unit, HelpId request)
    {
        var body = request.Value.ToString("N");
        if (await unit.Db.Set<HelpContactRow>().AnyAsync(row => row.Request == request)
            && !await unit.Db.Outbox.AnyAsync(row => row.Kind == OutboxKind.HelpNudge && row.Body == body))
        {
            await outbox.QueueAsync(unit, new OutboxRow { Priority = OutboxPriority.High, Kind = OutboxKind.HelpNudge, Body = body });
        }
    }

    /// <summary>The clock to the first answer starts, in place of whatever ran before.</summary>
    public static async Task StartClockAsync(Unit unit, HelpRequest request)
    {
        await StopClockAsync(unit, request.Id);
        unit.Db.Set<HelpDeadlineRow>().AddRange(HelpTimers.Opening(request.Urgency, unit.Now)
            .Select(due => new HelpDeadlineRow { Request = request.Id, Kind = due.Kind, DueAt = due.DueAt }));
    }

    public static Task StopClockAsync(Unit unit, HelpId request) => unit.Db.Set<HelpDeadlineRow>().Where(row => row.Request == request).ExecuteDeleteAsync();

    private Task QueueCardAsync(Unit unit, HelpCardRow card, int priority, bool silent) => outbox.QueueAsync(unit, new OutboxRow
    {
        Priority = priority,
        Kind = OutboxKind.HelpCard,
        Officer = card.Counsellor,
        Body = card.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Silent = silent,
    });

    private static int PriorityOf(HelpRequest request) => request.Urgency == HelpUrgency.Danger ? OutboxPriority.Emergency : OutboxPriority.High;

    /// <summary>Nobody is woken, unless life may be in danger.</summary>
    private bool IsSilent(Unit unit, HelpRequest request) => request.Urgency != HelpUrgency.Danger && jurisdiction.Local.IsQuiet(unit.Now);
}
