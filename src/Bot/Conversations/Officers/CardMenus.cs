using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>The choices behind a button of a card. Read anew each time the card is drawn, so that what stands there can be done.</summary>
internal sealed class CardMenus(AnswerOffer answer, ReferReport refer, CardTokens tokens, Jurisdiction jurisdiction)
{
    public static readonly int[] WaitHours = [1, 6, 24, 72, 7 * 24, 14 * 24];

    /// <summary>Days in which another body is to answer.</summary>
    public static readonly int[] ReferDays = [3, 7, 14, 30];

    public static readonly ReportOutcome[] Results =
        [ReportOutcome.ActedUpon, ReportOutcome.Prevented, ReportOutcome.Unfounded, ReportOutcome.InsufficientInformation, ReportOutcome.OutOfJurisdiction, ReportOutcome.Hoax];

    public static readonly ReportOutcome[] Dismissals =
        [ReportOutcome.InsufficientInformation, ReportOutcome.OutOfJurisdiction, ReportOutcome.Duplicate, ReportOutcome.Unfounded];

    /// <summary>Who has not chosen by then has gone elsewhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <returns>Null where the button has no choices, or nothing to choose from.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<ReplyButton>>?> RowsAsync(TriageDb db, OfficerCase it, CardAction action, int argument, DateTimeOffset now)
    {
        var rows = await ChoicesAsync(db, it, action, argument, now);
        return rows is null ? null : [.. rows, [Button(it, OfficerWords.Label(CardAction.Back), CardAction.Back)]];
    }

    /// <summary>The menu that stands open on a card that is drawn anew; null where it was forgotten or leads nowhere any more.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ReplyButton>>?> OpenAsync(TriageDb db, CardView view, DateTimeOffset now, CancellationToken ct)
    {
        if (view is not { OpenMenu: var (number, argument, at), Withdrawn: false } || now - at > Patience || !Enum.IsDefined((CardAction)number)
            || await db.Cards.AsNoTracking().SingleOrDefaultAsync(card => card.Id == view.Card, ct) is not { } row)
        {
            return null;
        }

        var it = new OfficerCase(view.Report, row);
        return CardRights.IsTheirs(it, (CardAction)number) ? await RowsAsync(db, it, (CardAction)number, argument, now) : null;
    }

    public ReplyButton Button(OfficerCase it, string label, CardAction action, int argument = 0) =>
        new(label, tokens.Seal(it.Card.Officer, new CardTap(it.Card.Id, action, argument)));

    /// <summary>Other seats of the report that could take it over.</summary>
    public static async Task<IReadOnlyList<string>> SeatsAsync(TriageDb db, OfficerCase it) =>
        [.. (await db.Cards.AsNoTracking()
            .Where(card => card.Report == it.Report.Id && card.Officer != it.Card.Officer && card.OfferedAt != null && card.WithdrawnAt == null
                && (card.Part == Part.Lead || card.Part == Part.Support))
            .Select(card => card.Seat).Distinct().ToListAsync())
            .Order(StringComparer.Ordinal)];

    private async Task<IEnumerable<IReadOnlyList<ReplyButton>>?> ChoicesAsync(TriageDb db, OfficerCase it, CardAction action, int argument, DateTimeOffset now)
    {
        var (kecamatan, bodies) = (jurisdiction.Kabupaten.Kecamatan.ToList(), jurisdiction.Kabupaten.ReferralBodies.ToList());
        switch (action)
        {
            case CardAction.WrongArea:
                return Pairs(answer.Neighbours(it.Report).Select(near => Button(it, near.Name, CardAction.PassTo, kecamatan.IndexOf(near))));
            case CardAction.ScreenOffer:
                return Pairs(kecamatan.Select((one, index) => Button(it, one.Name, CardAction.ScreenOfferTo, index)));
            case CardAction.Postpone:
                return Pairs(WaitHours.Select(hours => Button(it, DutyWords.WaitLabel(hours), CardAction.PostponeFor, hours)));
            case CardAction.HandOver:
                var seats = await SeatsAsync(db, it);
                return Pairs(seats.Select((seat, index) => Button(it, "Ke " + OfficerWords.SeatOf(seat), CardAction.HandOverTo, index))
                    .Append(Button(it, OfficerWords.Label(CardAction.Release), CardAction.Release)));
            case CardAction.Resolve:
                return Pairs(Results.Select((outcome, index) => Button(it, OfficerWords.OutcomeOf(outcome), CardAction.ResolveAs, index)));
            case CardAction.ScreenDismiss:
                return Pairs(Dismissals.Select((outcome, index) => Button(it, OfficerWords.OutcomeOf(outcome), CardAction.ScreenDismissAs, index)));
            case CardAction.Refer:
                return Pairs(refer.Bodies(now).Select(body => Button(it, body.Name, CardAction.ReferTo, bodies.IndexOf(body))));
            case CardAction.ReferTo when argument >= 0 && argument < bodies.Count:
                return Pairs(ReferDays.Select(days => Button(it, $"Jawaban dalam {days} hari", CardAction.ReferWithin, (argument * 100) + days)));
            case CardAction.ShowAlike:
                var alike = await MergeReports.CandidatesAsync(db, it);
                return alike.Count == 0 ? null : alike.Select(like => (IReadOnlyList<ReplyButton>)
                [
                    Button(it, ClusterWords.ToMerge(like, NameOf(like.Report.Desa), AgeOf(it, like.Report, now)), like.Merged ? CardAction.Unmerge : CardAction.Merge, like.Mark),
                ]);
            case CardAction.Casualties:
                return CasualtyMenu.Rows(it.Report.Casualties, (label, does, number) => Button(it, label, does, number));
            case CardAction.CasualtiesEdit:
                return CasualtyMenu.Rows(CasualtyMenu.Unpacked(argument), (label, does, number) => Button(it, label, does, number));
            default:
                return null;
        }
    }

    /// <summary>As on its own card; a coordinator knows the minute (threat-model 4, row 13).</summary>
    private string AgeOf(OfficerCase it, Report report, DateTimeOffset now) =>
        jurisdiction.Local.TellsMinute(report.Priority) || it.Actor.Role == Role.Coordinator
            ? OfficerWords.Span(now - report.ReceivedAt)
            : OfficerWords.PartOfDay(jurisdiction.Local.At(report.ReceivedAt), jurisdiction.Local.DateOf(now));

    private string NameOf(DesaCode? desa) => desa is { } code ? jurisdiction.Regions.Find(code)?.Name ?? "?" : "?";

    private static IEnumerable<IReadOnlyList<ReplyButton>> Pairs(IEnumerable<ReplyButton> buttons) => buttons.Chunk(2);
}
