using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.Intake;

/// <summary>Present danger puts the emergency numbers first, whatever was asked (policy 1.7).</summary>
internal static class Danger
{
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
    public static bool Sounds(string text, IntakeContext context) => text.Length > 0 && context.Programmes.Categories
        .SelectMany(category => category.Subcategories)
        .Where(kind => kind.Priority != Priority.P0)
        .Any(kind => Urgency.Of(kind with { Uplifts = [.. kind.Uplifts.Where(uplift => uplift.Words.Count > 0)] }, null, text) == Priority.P0);

    /// <summary>A kind that has advice for the moment needs it while the moment lasts, even where nobody is hurt yet.</summary>
    private static bool IsUrgent(Subcategory kind, Draft draft, Words? advice) =>
        (advice is not null && draft.Happening == Happening.Now)
        || Urgency.Of(kind, draft.Happening, draft.StoryText) == Priority.P0;
}
