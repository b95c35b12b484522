using System.Text;
using System.Text.Json;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Programmes;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>Every step answers every input and survives being stored.</summary>
public sealed class EveryStepTests
{
    private const int LongestData = 64;

    public static TheoryData<string> Names => [.. Steps.All.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_answers_every_input(string name)
    {
        var state = new ChatState(Language.Indonesian, Steps.All.Single(step => step.Name == name).Step);

        Assert.All(Steps.Inputs, input =>
        {
            var turn = ResidentConversation.Step(state, input.Input, Jepara.Context);

            Assert.Equal(IsSilent(state.Step, input.Input), turn.Effects.Count == 0 && turn.Toast is null);
            Assert.All(turn.Effects.OfType<Effect.Say>(), said => Assert.NotEmpty(Phrasebook.For(turn.Next.Language).Say(said.Text)));
            Assert.All(Choices(turn), choice => Assert.InRange(Encoding.UTF8.GetByteCount(choice.Data), 1, LongestData));
            Assert.All(Choices(turn).GroupBy(choice => choice.Data), same => Assert.Single(same.Select(choice => choice.Label).Distinct()));
            Assert.Equivalent(turn.Next, Stored(turn.Next), strict: true);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_survives_being_stored(string name)
    {
        var state = new ChatState(Language.English, Steps.All.Single(step => step.Name == name).Step);

        Assert.IsType(state.Step.GetType(), Stored(state).Step);
        Assert.Equivalent(state, Stored(state), strict: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batal_leaves_no_step_but_idle_or_the_report_that_waited(string name)
    {
        var state = new ChatState(Language.Indonesian, Steps.All.Single(step => step.Name == name).Step);

        var next = ResidentConversation.Step(state, new ChatInput.Command("batal", ""), Jepara.Context).Next;

        var expected = state.Step is Step.Following { Parked: { } parked } ? (Step)parked : new Step.Idle();
        Assert.Equal(expected, next.Step);
    }

    [Fact]
    public void The_samples_hold_every_step_and_every_input()
    {
        Assert.Equal(Concrete<Step>(), Of(Steps.All.Select(step => (object)step.Step)));
        Assert.Equal(Concrete<ChatInput>(), Of(Steps.Inputs.Select(input => (object)input.Input)));
    }

    /// <summary>The rest of an album: ten photos deserve one answer.</summary>
    private static bool IsSilent(Step step, ChatInput input) => input is ChatInput.Evidence { Album: { } album } photo && step switch
    {
        Step.Reporting at => at.Draft.LastAlbum == album,
        Step.Adding { Unsent: not null } at => at.LastAlbum == album && photo.Caption is null,
        _ => false,
    };

    private static IEnumerable<Choice> Choices(Turn turn) =>
        turn.Effects.OfType<Effect.Say>().SelectMany(said => said.Choices).SelectMany(row => row);

    private static ChatState Stored(ChatState state) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.ChatState), StateJson.Default.ChatState)!;

    private static IEnumerable<string> Concrete<T>() => typeof(T).GetNestedTypes()
        .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(IEnumerable<object> samples) =>
        samples.Select(sample => sample.GetType().Name).Distinct().Order(StringComparer.Ordinal);
}
