using System.Globalization;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Conversations.FollowUps;

/// <summary>
/// The three taps of an emergency (policy 5.5): how many victims, are they conscious, where are they. Asked once the report is filed, so
/// that nothing waits for them; each can be skipped, and each tap is passed on by itself, since the next may never come.
/// </summary>
internal static class VictimQuestions
{
    /// <summary>Action of the button that asks anew, when things have changed.</summary>
    public const string Again = "v";

    private const string Skip = "x";

    private static readonly (string Action, Button Label, VictimState State)[] States =
    [
        ("u1", Button.VictimsAwake, VictimState.Awake),
        ("u2", Button.VictimUnconscious, VictimState.Unconscious),
        ("u3", Button.VictimNotBreathing, VictimState.NotBreathing),
    ];

    private static readonly (string Action, Button Label, VictimPlace Place)[] Places =
    [
        ("t1", Button.VictimsAtScene, VictimPlace.Scene),
        ("t2", Button.VictimsAtHome, VictimPlace.Home),
        ("t3", Button.VictimsOnRoad, VictimPlace.Road),
        ("t4", Button.VictimsAtClinic, VictimPlace.Clinic),
    ];

    /// <summary>The first question; below the receipt, which stays as it is.</summary>
    public static Effect.Say First(Receipt receipt, bool justFiled) => new(
        new BotText.AskVictims(justFiled),
        [
            [.. Enumerable.Range(1, 3).Select(number => Number(receipt, number))],
            [.. Enumerable.Range(4, 2).Select(number => Number(receipt, number)), Tap(receipt, Button.VictimsMany, "v" + VictimsTold.Many.ToString(CultureInfo.InvariantCulture))],
            [Tap(receipt, Button.NoVictims, "v0")],
            [Tap(receipt, Button.SkipVictims, "v" + Skip)],
        ],
        InPlace: !justFiled);

    /// <summary>The last question, which words and a pin answer as well.</summary>
    public static Effect.Say Where(Receipt receipt, VictimState? state) => new(
        new BotText.AskVictimPlace(state),
        [
            .. Places.Select(place => Tap(receipt, place.Label, place.Action)).Chunk(2),
            [Tap(receipt, Button.SkipVictims, "t" + Skip)],
        ]);

    /// <summary>The end: things change, so it can be told anew.</summary>
    public static Effect.Say Thanks(Receipt receipt) =>
        new(new BotText.VictimsThanks(), [[Tap(receipt, Button.TellOfVictims, Again)], [Tap(receipt, Button.CheckReport, "")]]);

    /// <returns>What a tap tells, and what is asked next; null for a tap on something else.</returns>
    public static (VictimsTold? Told, Effect.Say Next, bool AsksWhere)? Read(string action, Receipt receipt) => action switch
    {
        Again => (null, First(receipt, justFiled: false), false),
        "v" + Skip => (null, State(receipt), false),
        "u" + Skip => (null, Where(receipt, null), true),
        "t" + Skip => (null, Thanks(receipt), false),
        "v0" => (new VictimsTold(0), Thanks(receipt), false),
        ['v', >= '1' and <= '6' and var number] => (new VictimsTold(number - '0'), State(receipt), false),
        _ when States.FirstOrDefault(one => one.Action == action) is { Action: not null, State: var state } =>
            (new VictimsTold(State: state), Where(receipt, state), true),
        _ when Places.FirstOrDefault(one => one.Action == action) is { Action: not null, Place: var place } =>
            (new VictimsTold(Place: place), Thanks(receipt), false),
        _ => null,
    };

    private static Effect.Say State(Receipt receipt) => new(
        new BotText.AskVictimState(),
        [.. States.Select(state => (IReadOnlyList<Choice>)[Tap(receipt, state.Label, state.Action)]), [Tap(receipt, Button.SkipVictims, "u" + Skip)]]);

    private static Choice Number(Receipt receipt, int number) =>
        new(new BotText.Name(number.ToString(CultureInfo.InvariantCulture)), FollowUpConversation.Data($"v{number}", receipt));

    private static Choice Tap(Receipt receipt, Button label, string action) => new(new BotText.Label(label), FollowUpConversation.Data(action, receipt));
}
