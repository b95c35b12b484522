namespace Kentongan.Bot.Commands;

/// <summary>What every command gets: the options given on the command line, where to write, and the time.</summary>
internal sealed record Surroundings(string[] Settings, TextWriter Output, TextWriter Error, TimeProvider Time);
