using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Places;
using static Kentongan.Bot.Conversations.ChatInput;
using static Kentongan.Bot.Conversations.Intake.IntakeConversation;
using static Kentongan.Bot.Conversations.Step;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>Where it happened: a pin, buttons in pages, or a typed name; never a guess that could send it to the wrong people.</summary>
internal static class PlaceQuestion
{
    /// <summary>Sixteen kecamatan of Jepara fit one page; longer lists turn pages.</summary>
    public const int PageSize = 16;

    private const int LongestName = 60;
    private const int LongestNameInWords = 4;
    private const double Certain = 0.99;

    // What begins with the typed name may be meant as well: Suwawal and Suwawal Timur are two desa.
    private const double Likely = 0.8;

    /// <param name="Place">The answer; null where something has to be shown first.</param>
    internal sealed record Answered(
        PlaceAnswer? Place = null,
        int? Page = null,
        bool Back = false,
        IReadOnlyList<PlaceCandidate>? Candidates = null,
        string Typed = "",
        BotText? Remark = null);

    /// <returns>Null where the input has nothing to do with a place.</returns>
    public static Answered? Answer(Reporting at, ChatInput input, IntakeContext context) => input switch
    {
        Tap(var data) when Value(data, "k:") is { } code && context.Regions.Find(new KecamatanCode(code)) is { } kecamatan =>
            new(new PlaceAnswer(kecamatan.Code, null, false, null)),
        Tap(var data) when Value(data, "d:") is { } code && context.Regions.Find(new DesaCode(code)) is { } desa =>
            new(new PlaceAnswer(desa.Code.Kecamatan, desa.Code, false, PinFor(desa.Code, at.Draft.Place))),
        Tap("d:x") when at.Draft.Place is { } place => new(place with { Desa = null, DesaDeclined = true }),
        Tap("d:back") => new(Page: 0, Back: true),
        Tap("k:x") => new(PlaceAnswer.Declined),
        Tap(var data) when int.TryParse(Value(data, "pg:"), out var page) && page is >= 0 and < 100 => new(Page: page),
        Pin(var point) => Pinned(point, context) is { } place
            ? new(place)
            : new(Remark: new BotText.OutsideKabupaten(context.Kabupaten.Name)),
        Words(var text) when text.Length <= LongestName && !Danger.Sounds(text, context) => Typed(at, text, context),
        _ => null,
    };

    /// <summary>A pin that came before or after the question: it fills in or sharpens the answer, and never moves it elsewhere.</summary>
    public static (Draft Draft, BotText Remark) Early(Reporting at, Pin pin, IntakeContext context)
    {
        if (Pinned(pin.At, context) is not { Kecamatan: { } found } place)
        {
            return (at.Draft, new BotText.OutsideKabupaten(context.Kabupaten.Name));
        }

        var name = context.Regions.Find(found)!.Name;
        return at.Draft.Place switch
        {
            { Kecamatan: { } said } when said != found => (at.Draft, new BotText.PinElsewhere(name)),
            { Kecamatan: not null } said => (
                at.Draft with { Place = said with { Desa = said.Desa ?? place.Desa, Pin = pin.At } }, new BotText.PinTaken(name)),
            _ => (at.Draft with { Place = place }, new BotText.PinTaken(name)),
        };
    }

    public static IReadOnlyList<IReadOnlyList<Choice>> CandidateChoices(IReadOnlyList<PlaceCandidate> candidates, IntakeContext context) =>
    [
        .. candidates.Take(6).Select(candidate => (IReadOnlyList<Choice>)[CandidateChoice(candidate.Place, context)]),
        [new Choice(new BotText.Label(Button.Back), "d:back"), new Choice(new BotText.Label(Button.RatherNotSay), "k:x")],
    ];

    private static PlaceAnswer? Pinned(Coordinates point, IntakeContext context) => context.Regions.Locate(point) is { } found
        ? new PlaceAnswer(found.Place.Kecamatan, found.Approximate ? null : found.Place.Desa, false, point)
        : null;

    /// <summary>A pin stays with a desa of its kecamatan, unless the pin had said another desa.</summary>
    private static Coordinates? PinFor(DesaCode desa, PlaceAnswer? before) =>
        before is { Pin: { } pin } && before.Kecamatan == desa.Kecamatan && (before.Desa is null || before.Desa == desa) ? pin : null;

    /// <returns>Null for a sentence that names no place: somebody tells their story early.</returns>
    private static Answered? Typed(Reporting at, string text, IntakeContext context)
    {
        var found = context.Regions.Search(text);
        var here = at.Asking == Question.Desa ? found.Where(one => one.Place.Desa is not null && one.Place.Kecamatan == at.Draft.Place?.Kecamatan).ToList() : [];
        var candidates = here.Count > 0 ? here : found;
        return candidates switch
        {
            [] => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > LongestNameInWords
                ? null
                : new(Remark: new BotText.PlaceUnknown(text)),
            [{ Score: >= Certain } only, ..] when candidates.Skip(1).All(other => other.Score < Likely) =>
                new(new PlaceAnswer(only.Place.Kecamatan, only.Place.Desa, false, null)),
            _ => new(Candidates: candidates, Typed: text),
        };
    }

    private static Choice CandidateChoice(Place place, IntakeContext context)
    {
        var kecamatan = context.Regions.Find(place.Kecamatan)!.Name;
        return place.Desa is { } desa
            ? new Choice(new BotText.Name($"{context.Regions.Find(desa)!.Name} (Kec. {kecamatan})"), $"d:{desa.Value}")
            : new Choice(new BotText.Name($"Kecamatan {kecamatan}"), $"k:{place.Kecamatan.Value}");
    }
}
