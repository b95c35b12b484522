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

    private const double Certain = 0.99;

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
        Tap(var data) when Value(data, "d:") is { } code && code.Length > 8 && context.Regions.Find(new DesaCode(code)) is { } desa =>
            new(new PlaceAnswer(desa.Code.Kecamatan, desa.Code, false, at.Draft.Place?.Pin)),
        Tap("d:x") when at.Draft.Place is { } place => new(place with { DesaDeclined = true }),
        Tap("d:back") => new(Page: 0, Back: true),
        Tap("k:x") => new(PlaceAnswer.Declined),
        Tap(var data) when int.TryParse(Value(data, "pg:"), out var page) && page is >= 0 and < 100 => new(Page: page),
        Pin(var point) => context.Regions.Locate(point) is { } found
            ? new(new PlaceAnswer(found.Place.Kecamatan, found.Approximate ? null : found.Place.Desa, false, point))
            : new(Remark: new BotText.OutsideKabupaten(context.Kabupaten.Name)),
        Words(var text) when text.Length <= 60 => Typed(text, context),
        _ => null,
    };

    public static IReadOnlyList<IReadOnlyList<Choice>> CandidateChoices(IReadOnlyList<PlaceCandidate> candidates, IntakeContext context) =>
    [
        .. candidates.Take(6).Select(candidate => (IReadOnlyList<Choice>)[CandidateChoice(candidate.Place, context)]),
        [new Choice(new BotText.Label(Button.RatherNotSay), "k:x")],
    ];

    private static Answered Typed(string text, IntakeContext context)
    {
        var candidates = context.Regions.Search(text);
        return candidates switch
        {
            [] => new(Remark: new BotText.PlaceUnknown(text)),
            [var only] when only.Score >= Certain => new(new PlaceAnswer(only.Place.Kecamatan, only.Place.Desa, false, null)),
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
