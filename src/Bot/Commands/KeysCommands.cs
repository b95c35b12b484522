using System.CommandLine;
using Kentongan.Triage.Help;
using Kentongan.Triage.Keys;

namespace Kentongan.Bot.Commands;

/// <summary><c>keys list|rotate|rewrap|retire</c>: changes the master key while the program runs.</summary>
internal static class KeysCommands
{
    public static Command Build(Surroundings around)
    {
        var number = new Argument<int>("number") { Description = "As printed by keys list" };
        var retire = new Command("retire", "Destroy an old master key with which nothing is sealed any more.") { number };
        retire.SetAction((parsed, ct) => RetireAsync(around, parsed.GetValue(number), ct));
        return new Command("keys", "The keys that reports are sealed with.")
        {
            CommandLine.Leaf("list", "List the master keys and how many report keys each seals.", ct => ListAsync(around, ct)),
            CommandLine.Leaf("rotate", "Make the next master key; what comes in from now on is sealed with it.", ct => RotateAsync(around, ct)),
            CommandLine.Leaf("rewrap", "Seal every report key anew with the newest master key. May run while Kentongan runs.", ct => RewrapAsync(around, ct)),
            retire,
        };
    }

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var keys = app.Services.GetRequiredService<KeyRotation>().List();
        foreach (var (key, wraps) in keys)
        {
            await around.Output.WriteLineAsync($"master key {key}  seals {wraps} report keys{(key == keys[^1].Number ? "  (active)" : "")}");
        }

        var help = app.Services.GetRequiredService<HelpKeyRotation>().List();
        foreach (var (key, wraps) in help)
        {
            await around.Output.WriteLineAsync($"help key {key}  seals {wraps} keys of help{(key == help[^1].Number ? "  (active)" : "")}");
        }

        return 0;
    }

    private static async Task<int> RotateAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var key = await app.Services.GetRequiredService<KeyRotation>().RotateAsync(ct);
        var help = await app.Services.GetRequiredService<HelpKeyRotation>().RotateAsync(ct);
        await around.Output.WriteLineAsync($"Help key {help} seals keys of help from now on.");
        await around.Output.WriteLineAsync($"Master key {key} seals from now on. Copy it to where you keep your keys, then run: keys rewrap.");
        return 0;
    }

    private static async Task<int> RewrapAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var wrapped = app.Services.GetRequiredService<KeyRotation>().Rewrap(ct);
        var help = await app.Services.GetRequiredService<HelpKeyRotation>().RewrapAsync(ct);
        await around.Output.WriteLineAsync($"{help} keys of help were sealed anew, and old help keys are destroyed.");
        await around.Output.WriteLineAsync($"{wrapped} report keys were sealed anew. Old master keys may go: keys list, keys retire.");
        return 0;
    }

    private static async Task<int> RetireAsync(Surroundings around, int number, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await app.Services.GetRequiredService<KeyRotation>().RetireAsync(number, ct);
        await around.Output.WriteLineAsync($"Master key {number} is destroyed.");
        return 0;
    }
}
