namespace Kentongan.Triage.Evidence;

/// <summary>Why a tool cannot be used here.</summary>
public enum MissingToolReason
{
    NotInstalled,

    /// <summary>Installed, but this machine does not let it build a sandbox: containers often forbid user namespaces.</summary>
    NotPermitted,
}

/// <summary>A Debian package whose absence makes us refuse some types of file.</summary>
public sealed record MissingTool(string Package, IReadOnlyList<string> FileTypes, MissingToolReason Why);
