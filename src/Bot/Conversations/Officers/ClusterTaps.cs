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
    MergeReports merge, CareForVictims care, CardScreen screen, EffectRunner effects, Jurisdiction jurisdiction)
{
    /// <returns>Null for a button of another kind.</returns>
    public async Task<CardTaps.Result?> TryAsync(Unit unit, OfficerCase it, Incoming incoming, CardTap tap) => tap.Action switch
    {
        CardAction.ShowAlike => await screen.MenuAsync(unit, it, incoming, tap.Action) ?? new CardTaps.Result(new TurnAnswer(ClusterWords.NothingAlike, Alert: true)),
        CardAction.Merge => await DoneAsync(unit, it, tap, await merge.MergeAsync(unit, it, tap.Argument)),
        CardAction.Unmerge => await DoneAsync(unit, it, tap, await merge.UnmergeAsync(unit, it, tap.Argument)),
        CardAction.Casualties or CardAction.CasualtiesEdit => await screen.MenuAsync(unit, it, incoming, tap.Action, tap.Argument),
        CardAction.CasualtiesSave => await DoneAsync(unit, it, tap, await care.CountAsync(unit, it, CasualtyMenu.Unpacked(tap.Argument))),
        CardAction.CasualtiesType => await screen.PromptAsync(unit, it, incoming, new Step.OfficerCounts(it.Card.Id), ClusterWords.AskCount),
        CardAction.CheckWatch => await DoneAsync(unit, it, tap, await care.CheckAsync(unit, it)),
        CardAction.WarnPublic => await WarnAsync(unit, it, incoming, tap),
        CardAction.Review => await screen.PromptAsync(unit, it, incoming, new Step.OfficerReviews(it.Card.Id), ClusterWords.AskReview),
        _ => null,
    };

    /// <summary>Text that one of these buttons asked for.</summary>
    /// <returns>Why not, what to say, and whether the question stays open; null for a step of another kind.</returns>
    public async Task<(Refusal? Why, string Done, bool Again)?> WrittenAsync(Unit unit, OfficerCase it, Step step, string text)
    {
        switch (step)
        {
            case Step.OfficerCounts when CasualtyCount.Read(text) is { } count:
                return ((await care.CountAsync(unit, it, count)).Refusal, OfficerWords.Kept, false);
            case Step.OfficerCounts:
                return (null, ClusterWords.NotACount, true);
            case Step.OfficerReviews:
                var why = (await care.ReviewAsync(unit, it, text)).Refusal;
                return (why, OfficerWords.Kept, why is Refusal.TooShort);
            default:
                return null;
        }
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
        if (outcome.Refusal is { } why)
        {
            return await screen.RefusedAsync(unit, it, why);
        }

        await screen.RedrawAsync(unit, it);
        return new CardTaps.Result(new TurnAnswer(OfficerWords.Done(tap.Action)));
    }
}
