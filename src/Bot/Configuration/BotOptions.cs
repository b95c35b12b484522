namespace Kentongan.Bot.Configuration;

/// <summary>What a process does. Roles can run together or apart (design 1).</summary>
[Flags]
public enum Roles
{
    None = 0,
    Bot = 1,
    Jobs = 2,
    Web = 4,
    All = Bot | Jobs | Web,
}

/// <summary>Where the data files are.</summary>
public sealed record DataFiles(string Programmes, string Regions);
