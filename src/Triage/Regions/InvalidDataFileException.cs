namespace Kentongan.Triage.Regions;

/// <summary>Data files that cannot be used. The message lists every error, one a line.</summary>
public sealed class InvalidDataFileException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
