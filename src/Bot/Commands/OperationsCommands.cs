using System.CommandLine;
using Kentongan.Domain;
using Kentongan.Triage;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary><c>operations list|start|stop</c>: what the calendar or a coordinator has switched on (policy 3.1).</summary>
internal static class OperationsCommands
{
    public static Command Build(Surroundings around)
    {
        return new Command("operations", "Dated operations such as Cipta Kondisi Ramadhan.")
        {
            CommandLine.Leaf("list", "List the operations and whether they are in force.", ct => ListAsync(around, ct)),
            Switch("start", "Put an operation in force now, whatever the calendar says.", on: true),
            Switch("stop", "Take an operation out of force, for this season.", on: false),
        };

        Command Switch(string name, string description, bool on)
        {
            var code = new Argument<string>("code") { Description = "As printed by operations list" };
            var command = new Command(name, description) { code };
            command.SetAction((parsed, ct) => SwitchAsync(around, parsed.GetValue(code)!, on, ct));
            return command;
        }
    }

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        foreach (var (programme, inForce) in await app.Services.GetRequiredService<OperationsInForce>().ReadAsync(db, around.Time.GetUtcNow(), ct))
        {
            await around.Output.WriteLineAsync($"{(inForce ? "in force" : "off"),-9} {programme.Code,-28} {programme.Name.Id}");
        }

        return 0;
    }

    private static async Task<int> SwitchAsync(Surroundings around, string code, bool on, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var operations = app.Services.GetRequiredService<OperationsInForce>();
        var done = await app.Services.GetRequiredService<Committer>().CommitAsync(unit => operations.SwitchAsync(unit, code, on, by: null), ct);
        if (done is Outcome<bool>.Refused)
        {
            throw new StartRefusedException("There is no operation of that code. Take it from: operations list.");
        }

        await around.Output.WriteLineAsync(on ? "In force. Reports that come from now on are raised." : "Off. Reports that came before keep their clocks.");
        return 0;
    }
}
