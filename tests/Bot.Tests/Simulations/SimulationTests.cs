using Kentongan.Simulation;

namespace Kentongan.Bot.Tests.Simulations;

/// <summary>
/// No report dies silently (policy 1.3, 3): days of a kabupaten with crashes, outages, sleep, leave and sabotage, on virtual time through the
/// product's own use cases and store. <c>./dev simulate</c> plays two months of it.
/// </summary>
public sealed class SimulationTests
{
    [Theory]
    [InlineData(1, 70, 2)]
    [InlineData(4, 110, 2)]
    [InlineData(3, 80, 3)]
    public async Task Every_promise_is_kept_whatever_fails(int seed, int reports, int days)
    {
        var directory = Directory.CreateTempSubdirectory("kentongan-simulation").FullName;
        try
        {
            await using var play = new Play(new Scene(
                reports, days, seed, directory, MeanCommits: 250, AuditEvery: TimeSpan.FromMinutes(20), Injuries: 30, DrawEvery: 4));
            var outcome = await play.RunAsync();

            Assert.True(outcome.Broken.Count == 0, $"seed {seed}:\n{string.Join('\n', outcome.Broken)}");
            Assert.True(outcome is { Crashes: > 2, Injured: > 4, Escalations: > 4 } && outcome.Reports > reports / 2, $"too little has happened to prove anything: {outcome}");
            Assert.Equal(outcome.Injured, outcome.Rescued);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
