using System.CommandLine;
using Kentongan.Triage;

namespace Kentongan.Bot.Commands;

/// <summary>The commands of the program. Options of the form <c>--Section:Key=value</c> are configuration and work with every command.</summary>
internal static class CommandLine
{
    public static (string[] Settings, string[] Command) Split(string[] args)
    {
        List<string> settings = [], command = [];
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && (args[i].Contains(':', StringComparison.Ordinal) || args[i].StartsWith("--Roles", StringComparison.Ordinal));
            (isSetting ? settings : command).Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. command]);
    }

    public static async Task<int> RunAsync(string[] command, Surroundings around, CancellationToken ct)
    {
        if (command.Length == 0)
        {
            return await RunCommand.RunAsync(around, ct);
        }

        var root = Build(around);
        var parsed = root.Parse(command);
        if (parsed.Errors.Count > 0)
        {
            var stranger = parsed.UnmatchedTokens is [var first, ..] && first.Length < 30 ? $"There is no command or option '{first}'." : parsed.Errors[0].Message;
            throw new StartRefusedException($"{stranger} See: kentongan --help.");
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = around.Output,
                Error = around.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the host stops in its own time; the parser would cut it off after two seconds
            },
            ct);
    }

    private static RootCommand Build(Surroundings around)
    {
        var root = new RootCommand("Kentongan: anonymous reports to the tiga pilar, through Telegram. Without a command it runs.")
        {
            Leaf("run", "Run the roles of this process.", ct => RunCommand.RunAsync(around, ct)),
            Leaf("doctor", "Check configuration, store, keys, Telegram, tools and seats, and say what to do.", ct => DoctorCommand.RunAsync(around, ct)),
            JobsCommand.Build(around),
            OfficersCommands.Officers(around),
            OfficersCommands.Coordinators(around),
            OperationsCommands.Build(around),
            UnitsCommands.Build(around),
            CounsellorsCommands.Build(around),
            RegionsCommands.Build(around),
            KeysCommands.Build(around),
            RetentionCommands.Build(around),
            BackupCommand.Build(around),
        };
        return root;
    }

    internal static Command Leaf(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, ct) => run(ct));
        return command;
    }
}
