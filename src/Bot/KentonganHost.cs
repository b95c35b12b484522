using Kentongan.Bot.Commands;
using Kentongan.Triage;

namespace Kentongan.Bot;

/// <summary>The program as others start it: the command line, and the sandbox that brings its own clock.</summary>
public static class KentonganHost
{
    /// <summary>
    /// Runs one command line to its end and returns the exit code. <c>--Section:Key=value</c> sets an option; the rest is the command,
    /// <c>run</c> where there is none. What the program has to say goes to <paramref name="output"/>, a refusal in one sentence to
    /// <paramref name="error"/>.
    /// </summary>
    /// <param name="time">The clock of the whole product; the system's where it is null.</param>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, TimeProvider? time = null, CancellationToken ct = default)
    {
        var (settings, command) = CommandLine.Split(args);
        try
        {
            return await CommandLine.RunAsync(command, new Surroundings(settings, output, error, time ?? TimeProvider.System), ct);
        }
        catch (StartRefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}
