using System.CommandLine;
using Kentongan.Triage.Backups;

namespace Kentongan.Bot.Commands;

/// <summary><c>backup [--to DIR]</c>: a copy of the database, while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Build(Surroundings around)
    {
        var to = new Option<string?>("--to") { Description = "Another directory; there nothing old is removed" };
        var backup = new Command("backup", "Copy the database. The program does so every night at two. Keys are never in it.") { to };
        backup.SetAction((parsed, ct) => RunAsync(around, parsed.GetValue(to), ct));
        return backup;
    }

    private static async Task<int> RunAsync(Surroundings around, string? directory, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var path = await app.Services.GetRequiredService<StoreBackup>().TakeAsync(directory, ct);
        await around.Output.WriteLineAsync($"{path}\nEvidence is not in it: copy the directory evidence in Data:Directory too, after this. Keys belong elsewhere.");
        return 0;
    }
}
