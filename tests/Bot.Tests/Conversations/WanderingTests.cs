using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>People who press and write anything at all, thousands of times, always the same way for the same seed.</summary>
public sealed class WanderingTests
{
    private const int Turns = 1_500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_people_do_nothing_breaks_and_no_answer_gets_lost(int seed)
    {
        var random = new Random(seed);
        var screen = new Screen(Jepara.Context);
        var previews = 0;

        for (var i = 0; i < Turns; i++)
        {
            var before = Draft(screen.State);
            var asking = (screen.State.Step as Step.Reporting)?.Asking;
            var input = Any(random, screen);

            var turn = screen.Do(input);

            previews += CheckPreview(turn);
            CheckKept(before, asking, input, turn);
            CheckFiled(before, turn);
            CheckUnsent(turn);
        }

        Assert.True(previews > 5, $"only {previews} previews: the walk is too short to mean anything");
    }

    /// <summary>Mostly the newest buttons, as people do.</summary>
    private static ChatInput Any(Random random, Screen screen)
    {
        var shown = screen.Buttons.Where(button => !button.Data.StartsWith("r:", StringComparison.Ordinal)).ToList();
        if (shown.Count > 0 && random.Next(10) < 6)
        {
            var newest = shown.TakeLast(12).ToList();
            return new ChatInput.Tap(newest[random.Next(newest.Count)].Data);
        }

        return random.Next(10) switch
        {
            < 2 when shown.Count > 0 => new ChatInput.Tap(shown[random.Next(shown.Count)].Data),
            < 4 => new ChatInput.Words(Steps.Inputs.Select(one => one.Input).OfType<ChatInput.Words>().ElementAt(random.Next(6)).Text[..3] + random.Next(9)),
            < 5 => new ChatInput.Pin(new(-6.6 + (random.NextDouble() / 5), 110.6 + (random.NextDouble() / 3))),
            _ => Steps.Inputs[random.Next(Steps.Inputs.Count)].Input,
        };
    }

    private static bool IsBlanking(ChatInput input) => input is ChatInput.Tap { Data: ['b', ':', ..] };

    private static Draft? Draft(ChatState state) => state.Step switch
    {
        Step.Reporting at => at.Draft,
        Step.Following { Parked: { } parked } => parked.Draft,
        _ => null,
    };

    private static int CheckPreview(Turn turn)
    {
        var shown = turn.Effects.OfType<Effect.Say>().Count(said => said.Text is BotText.Review);
        if (shown > 0)
        {
            Assert.Equal(Question.Review, Draft(turn.Next)!.Missing);
        }

        return shown;
    }

    /// <summary>Words that tell of their writer go nowhere without a decision, and wait in the state meanwhile.</summary>
    private static void CheckUnsent(Turn turn)
    {
        var asked = turn.Effects.OfType<Effect.Say>().Any(said => said.Text is BotText.AskUnsent);
        Assert.True(!asked || turn.Next.Step is Step.Following { Unsent: not null });
        Assert.True(!asked || !turn.Effects.Any(effect => effect is Effect.AddToReport or Effect.Object or HelpEffect));
        Assert.All(turn.Effects.OfType<HelpEffect.Ask>(), _ => Assert.True(turn.Next.Step is Step.Idle or Step.Reporting));
    }

    private static void CheckFiled(Draft? before, Turn turn)
    {
        Assert.True(before is null || before.Missing == Question.Review || !turn.Effects.Any(effect => effect is Effect.File));
        foreach (var filed in turn.Effects.OfType<Effect.File>())
        {
            var kind = Jepara.Context.Intake.Programmes.Find(filed.Filing.Category)!;
            Assert.False(kind.IsHelp);
            Assert.True(!kind.ConcernsOfficialByNature || filed.Filing.Accused != Domain.Reports.AccusedOffice.None);
            Assert.True(filed.Filing.Place?.Desa is not { } desa || desa.Kecamatan == filed.Filing.Place.Kecamatan);
        }
    }

    /// <summary>
    /// An answer goes away only by another answer to its question, by Batal, by sending, by erasing one's traces, or by "delete the story". What was
    /// taken for granted in a hurry is none.
    /// </summary>
    private static void CheckKept(Draft? before, Question? asking, ChatInput input, Turn turn)
    {
        if (before is null || input is ChatInput.Command { Name: "batal" or "cancel" } or ChatInput.Tap { Data: "cancel" or "s:help" or "t:erase" } || turn.Effects.Any(effect => effect is Effect.File))
        {
            return;
        }

        var after = Draft(turn.Next);
        Assert.NotNull(after);
        Assert.True(before.Category is null || after.Category is not null);
        Assert.True(before.Subcategory is null || after.Subcategory is not null || asking == Question.Category);
        Assert.True(before.Place is null || after.Place is not null);
        Assert.True(before.Place?.Kecamatan == after.Place?.Kecamatan || asking is Question.Place or Question.Desa || input is ChatInput.Pin);
        Assert.True(before.Happening is null || after.Happening is not null || IsAskedNow(Question.When));
        Assert.True(before.Accused is null || after.Accused is not null || asking is Question.Subcategory || IsAskedNow(Question.Official));
        if (input is not ChatInput.Tap { Data: "st:clear" } && !IsBlanking(input))
        {
            Assert.Equal(before.Story, after.Story.Take(before.Story.Count));
            Assert.Equal(before.Evidence, after.Evidence.Take(before.Evidence.Count));
            Assert.True(!before.StoryDone || after.StoryDone || IsAskedNow(Question.Story));
        }

        bool IsAskedNow(Question question) => before.Assumed.Contains(question) && after.Assumed.Count == 0;
    }
}
