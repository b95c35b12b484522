namespace Kentongan.Triage.Evidence.Tools;

/// <summary>What to run in the sandbox, the name its input gets there, and the name its output will have.</summary>
internal sealed record ToolCommand(string Tool, string Input, IReadOnlyList<string> Arguments, string Output);
