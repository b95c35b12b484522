using Kentongan.Bot.Conversations.Blanking;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.FollowUps;

/// <summary>What waits until its writer has decided on what it tells about them. A file format with the state.</summary>
public sealed record Unsent(IReadOnlyList<UnsentPart> Parts)
{
    private const int MostParts = 20;

    internal IReadOnlyList<Finding> Findings => Blanking.Findings.In(Texts, []);

    internal IEnumerable<string> Texts => Parts.Select(part => part.Text).OfType<string>();

    /// <summary>Whether a text has to wait: it tells something, or something before it is waiting.</summary>
    internal static bool Holds(Unsent? before, string? text) =>
        before is not null || (text is not null && Blanking.Findings.In([text], []).Count > 0);

    /// <returns>Null where it would get too long.</returns>
    internal static Unsent? With(Unsent? before, UnsentPart part)
    {
        var all = new Unsent([.. before?.Parts ?? [], part]);
        return all.Parts.Count <= MostParts && all.Texts.Sum(text => text.Length) <= Draft.LongestStory ? all : null;
    }

    internal Effect.Say Asked()
    {
        var findings = Findings;
        var shown = findings.Take(Blanking.Findings.MostShown).ToList();
        return new(
            new BotText.AskUnsent(shown, findings.Count - shown.Count),
            [
                [new Choice(new BotText.Label(Button.BlankAndSend), "p:blank")],
                [new Choice(new BotText.Label(Button.SendAsIs), $"p:keep:{Blanking.Findings.KeyOf(findings)}")],
                [new Choice(new BotText.Label(Button.Cancel), "cancel")],
            ],
            InPlace: false);
    }

    /// <returns>What is to be passed on; null for a button that is none of this question, or of an older one.</returns>
    internal IReadOnlyList<UnsentPart>? Decided(string data)
    {
        var findings = Findings;
        return data == "p:blank" ? [.. Parts.Select(part => part with { Text = part.Text is { } text ? Blanking.Findings.Blank(text, findings) : null })]
            : data == $"p:keep:{Blanking.Findings.KeyOf(findings)}" ? Parts
            : null;
    }
}

public sealed record UnsentPart(string? Text, EvidenceRef? File);
