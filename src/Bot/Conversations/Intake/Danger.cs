using System.Runtime.CompilerServices;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>Present danger puts the emergency numbers first, whatever was asked (policy 1.7).</summary>
internal static class Danger
{
    private static readonly ConditionalWeakTable<ProgrammeCatalogue, IReadOnlyList<Subcategory>> AnyKind = [];

    /// <summary>What has to be said first about a draft; null where nothing sounds like danger or it was said before.</summary>
    public static BotText.Emergency? In(Draft draft, IntakeContext context)
    {
        var kind = draft.Subcategory is { } code ? context.Programmes.Find(code)! : null;
        if (kind is { Emergency: { } advice } && draft.AdviceShown != kind.Code && IsUrgent(kind, draft, advice))
        {
            return new BotText.Emergency(advice);
        }

        return !draft.EmergencyShown && ((kind is not null && IsUrgent(kind, draft, null)) || Sounds(draft.StoryText, context))
            ? new BotText.Emergency(null)
            : null;
    }

    /// <summary>Remembers that it was said.</summary>
    public static Draft Said(Draft draft, BotText.Emergency alarm) =>
        draft with { EmergencyShown = true, AdviceShown = alarm.Special is null ? draft.AdviceShown : draft.Subcategory };

    /// <summary>The danger words of any kind of report, for a text whose kind nobody has chosen or that was chosen wrongly.</summary>
    public static bool Sounds(string text, IntakeContext context) => text.Length > 0
        && AnyKind.GetValue(context.Programmes, static programmes => Merge(programmes)).Any(kind => Urgency.Of(kind, null, text) == Priority.P0);

    /// <summary>One kind with the danger words of all, each once: kinds share most of them, and every turn asks.</summary>
    private static IReadOnlyList<Subcategory> Merge(ProgrammeCatalogue programmes)
    {
        Subcategory[] kinds = [.. programmes.Categories.SelectMany(category => category.Subcategories).Where(kind => kind.Priority != Priority.P0)];
        string[] words = [.. kinds
            .SelectMany(kind => kind.Uplifts)
            .Where(uplift => uplift is { To: Priority.P0, OnlyHappeningNow: false })
            .SelectMany(uplift => uplift.Words)
            .Distinct()];
        return words.Length == 0 ? [] : [kinds[0] with { Uplifts = [new Uplift(words, Priority.P0, OnlyHappeningNow: false)] }];
    }

    /// <summary>A kind that has advice for the moment needs it while the moment lasts, even where nobody is hurt yet.</summary>
    private static bool IsUrgent(Subcategory kind, Draft draft, Words? advice) =>
        (advice is not null && draft.Happening == Happening.Now)
        || Urgency.Of(kind, draft.Happening, draft.StoryText) == Priority.P0;
}
