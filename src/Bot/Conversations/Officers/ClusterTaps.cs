using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What the buttons for second tellings and for victims do (policy 5.2, 5.5).</summary>
internal sealed class ClusterTaps(
    MergeReports merge, CareForVictims care, CaseWork cases, CardTokens tokens, EffectRunner effects, Jurisdiction jurisdiction)
{
    private const int Base = 1000;

    /// <returns>Null for a button of another kind.</returns>
    public async Task<CardTaps.Result?> TryAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap) => tap.Action switch
    {
        CardAction.ShowAlike => await AlikeAsync(unit, it, incoming),
        CardAction.Merge => await DoneAsync(unit, it, tap, await merge.MergeAsync(unit, it, tap.Argument)),
        CardAction.Unmerge => await DoneAsync(unit, it, tap, await merge.UnmergeAsync(unit, it, tap.Argument)),
        CardAction.Casualties => await CountingAsync(unit, it, incoming, it.Report.Casualties),
        CardAction.CasualtiesEdit => await CountingAsync(unit, it, incoming, Unpacked(tap.Argument)),
        CardAction.CasualtiesSave => await DoneAsync(unit, it, tap, await care.CountAsync(unit, it, Unpacked(tap.Argument))),
        CardAction.CasualtiesType => await PromptAsync(unit, it, incoming, new Step.OfficerCounts(it.Card.Id), ClusterWords.AskCount),
        CardAction.CheckWatch => await DoneAsync(unit, it, tap, await care.CheckAsync(unit, it)),
        CardAction.WarnPublic => await WarnAsync(unit, it, incoming, tap),
        CardAction.Review => await PromptAsync(unit, it, incoming, new Step.OfficerReviews(it.Card.Id), ClusterWords.AskReview),
        _ => null,
    };

    /// <summary>Text that one of these buttons asked for.</summary>
    /// <returns>Why not, what to say, and whether the question stays open; null for a step of another kind.</returns>
    public async Task<(Refusal? Why, string Done, bool Again)?> WrittenAsync(Unit unit, OfficerCase it, Step step, string text)
    {
        switch (step)
        {
            case Step.OfficerCounts when CasualtyCount.Read(text) is { } count:
                return (Why(await care.CountAsync(unit, it, count)), OfficerWords.Kept, false);
            case Step.OfficerCounts:
                return (null, ClusterWords.NotACount, true);
            case Step.OfficerReviews:
                var why = Why(await care.ReviewAsync(unit, it, text));
                return (why, OfficerWords.Kept, why is Refusal.TooShort);
            default:
                return null;
        }
    }

    private async Task<CardTaps.Result> AlikeAsync(Unit unit, OfficerCase it, Incoming incoming)
    {
        var found = await MergeReports.CandidatesAsync(unit, it);
        if (found.Count == 0)
        {
            return new CardTaps.Result(new TurnAnswer(ClusterWords.NothingAlike, Alert: true));
        }

        return await MenuAsync(unit, it, incoming, found.Select(like => (IReadOnlyList<ReplyButton>)
        [
            Button(it, ClusterWords.ToMerge(like, NameOf(like.Report.Desa), unit.Now - like.Report.ReceivedAt), like.Merged ? CardAction.Unmerge : CardAction.Merge, like.Mark),
        ]));
    }

    /// <summary>The count in the making travels in the buttons, so nothing is kept before it is saved.</summary>
    private Task<CardTaps.Result> CountingAsync(Unit unit, OfficerCase it, Incoming incoming, CasualtyCount count)
    {
        int[] numbers = [count.Dead, count.InHospital, count.Injured];
        return MenuAsync(unit, it, incoming,
        [
            .. numbers.Select((number, index) => (IReadOnlyList<ReplyButton>)
            [
                Button(it, "−", CardAction.CasualtiesEdit, Packed(numbers, index, -1)),
                Button(it, ClusterWords.Part(index, number), CardAction.CasualtiesEdit, Packed(numbers, index, 0)),
                Button(it, "+", CardAction.CasualtiesEdit, Packed(numbers, index, 1)),
            ]),
            [Button(it, OfficerWords.Label(CardAction.CasualtiesType), CardAction.CasualtiesType, 0), Button(it, OfficerWords.Label(CardAction.CasualtiesSave), CardAction.CasualtiesSave, Packed(numbers, 0, 0))],
        ]);
    }

    private async Task<CardTaps.Result> WarnAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap)
    {
        var kept = await care.WarnAsync(unit, it);
        if (kept is Outcome<ReportFact>.Done)
        {
            var places = new[] { it.Report.Kecamatan, it.Report.SupplyKecamatan }.OfType<KecamatanCode>().Distinct().Select(code => jurisdiction.Regions.Find(code)?.Name).OfType<string>().ToList();
            await effects.QueueAsync(unit, new Reply(
                incoming.Chat, null, ClusterWords.PublicWarning(places.Count == 0 ? jurisdiction.Kabupaten.Name : "Kecamatan " + string.Join(" dan ", places)), []));
        }

        return await DoneAsync(unit, it, tap, kept);
    }

    private async Task<CardTaps.Result> DoneAsync(Unit unit, OfficerCase it, CardTap tap, Outcome<ReportFact> outcome)
    {
        await RedrawAsync(unit, it);
        return new CardTaps.Result(outcome is Outcome<ReportFact>.Refused(var why)
            ? new TurnAnswer(OfficerWords.Refused(why), Alert: true)
            : new TurnAnswer(OfficerWords.Done(tap.Action)));
    }

    private async Task<CardTaps.Result> PromptAsync(Unit unit, OfficerCase it, Incoming incoming, Step step, string prompt)
    {
        await RedrawAsync(unit, it);
        await effects.QueueAsync(unit, new Reply(incoming.Chat, null, $"<code>{it.Report.CaseNumber}</code> · {prompt}", []));
        return new CardTaps.Result(new TurnAnswer(null), step);
    }

    private async Task<CardTaps.Result> MenuAsync(Unit unit, OfficerCase it, Incoming incoming, IEnumerable<IReadOnlyList<ReplyButton>> rows)
    {
        it.Card.Shown = null;
        await effects.QueueAsync(unit, new Reply(
            incoming.Chat, incoming.Message, null, [.. rows, [Button(it, OfficerWords.Label(CardAction.Back), CardAction.Back, 0)]]));
        return new CardTaps.Result(new TurnAnswer(null));
    }

    private Task RedrawAsync(Unit unit, OfficerCase it)
    {
        it.Card.Shown = null;
        return cases.RefreshCardsAsync(unit, it.Report, it.Card.Officer);
    }

    private string NameOf(DesaCode? desa) => desa is { } code ? jurisdiction.Regions.Find(code)?.Name ?? "?" : "?";

    private ReplyButton Button(OfficerCase it, string label, CardAction action, int argument) =>
        new(label, tokens.Seal(it.Card.Officer, new CardTap(it.Card.Id, action, argument)));

    private static int Packed(int[] numbers, int changed, int by)
    {
        var packed = 0;
        for (var index = 0; index < numbers.Length; index++)
        {
            packed = (packed * Base) + Math.Clamp(numbers[index] + (index == changed ? by : 0), 0, Base - 1);
        }

        return packed;
    }

    private static CasualtyCount Unpacked(int packed) => new(packed / (Base * Base), packed / Base % Base, packed % Base);

    private static Refusal? Why<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused(var why) ? why : null;
}
