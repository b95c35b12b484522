using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Help;

/// <summary>What residents and counsellors do, on a <see cref="Desk"/>. Nobody in it exists.</summary>
internal static class Asking
{
    public const string Story = "Anak saya kecanduan pil koplo.";

    public static readonly HelpNeed Need = new(HelpFor.Family, AgeBand.From18To25, SubstanceGroup.Pills, HelpUrgency.Soon, null);

    public static Task<HelpReceipt> AskAsync(this Desk desk, HelpUrgency? urgency = HelpUrgency.Soon) =>
        desk.CommitAsync(unit => desk.Get<HelpDoor>().AskAsync(unit, new HelpAsked(Need with { Urgency = urgency }, [Story])));

    public static Task<List<HelpId>> RequestsAsync(this Desk desk) => desk.ReadAsync(db => db.Set<HelpRequest>().Select(request => request.Id).ToListAsync());

    public static Task<HelpView?> SeeAsync(this Desk desk, HelpReceipt receipt) => desk.CommitAsync(unit => desk.Get<HelpDoor>().ReadAsync(unit, receipt));

    public static Task<HelpRequest> RequestAsync(this Desk desk) => desk.ReadAsync(db => db.Set<HelpRequest>().AsNoTracking().SingleAsync());

    /// <summary>The counsellor's card of the only request.</summary>
    public static async Task<long> HelpCardAsync(this Desk desk, string counsellor)
    {
        var id = desk[counsellor];
        return await desk.ReadAsync(db => db.Set<HelpCardRow>().Where(card => card.Counsellor == id).Select(card => card.Id).SingleAsync());
    }

    public static async Task<Refusal?> CounselAsync(this Desk desk, string counsellor, Func<CounselHelp, Unit, OfficerId, long, Task<Refusal?>> act)
    {
        var card = await desk.HelpCardAsync(counsellor);
        return await desk.CommitAsync(unit => act(desk.Get<CounselHelp>(), unit, desk[counsellor], card));
    }

    public static Task<Refusal?> TakeAsync(this Desk desk, string counsellor) =>
        desk.CounselAsync(counsellor, (help, unit, by, card) => help.TakeAsync(unit, by, card));

    public static Task<Refusal?> AnswerAsync(this Desk desk, string counsellor, string text = "Terima kasih sudah menulis. Sejak kapan?") =>
        desk.CounselAsync(counsellor, (help, unit, by, card) => help.AnswerAsync(unit, by, card, text));

    public static Task<Refusal?> ReferAsync(this Desk desk, string counsellor) =>
        desk.CounselAsync(counsellor, (help, unit, by, card) => help.ReferAsync(unit, by, card, "Puskesmas terdekat"));

    public static Task<Refusal?> CloseAsync(this Desk desk, string counsellor) =>
        desk.CounselAsync(counsellor, (help, unit, by, card) => help.CloseAsync(unit, by, card));

    /// <summary>Notices such as <c>Unanswered → konselor konselor~</c>, cards and nudges; those of one kind to several people on one line.</summary>
    public static async Task<List<string>> HelpToldAsync(this Desk desk)
    {
        var rows = await desk.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        return [.. rows
            .Where(row => row.Priority != OutboxPriority.Edit && row.Kind != OutboxKind.Commands)
            .GroupBy(WhatOf)
            .Select(same => $"{same.Key} → {string.Join(' ', same.Select(row => row.Officer is { } officer ? desk.NameOf(officer) : "resident").Order(StringComparer.Ordinal))}")];
    }

    public static Task ClearOutboxAsync(this Desk desk) => desk.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());

    public static Task<int> CountAsync<T>(this Desk desk)
        where T : class => desk.ReadAsync(db => db.Set<T>().CountAsync());

    /// <summary>As if Telegram had taken every card.</summary>
    public static Task DeliverCardsAsync(this Desk desk) => desk.CommitAsync(unit => unit.Db.Set<HelpCardRow>().ExecuteUpdateAsync(row => row.SetProperty(card => card.MessageId, 7)));

    private static string WhatOf(OutboxRow row) => row.Kind != OutboxKind.HelpNotice ? row.Kind.ToString() : HelpNotice.FromJson(row.Body!) switch
    {
        HelpNotice.Overdue { First: true } => "Overdue, first",
        var notice => string.Create(CultureInfo.InvariantCulture, $"{notice.GetType().Name}"),
    };
}
