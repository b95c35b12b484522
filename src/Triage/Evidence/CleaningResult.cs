namespace Kentongan.Triage.Evidence;

/// <summary>What a file is, decided by its content, never by its name or declared type.</summary>
public enum EvidenceKind
{
    Photo,
    Video,
    Voice,
    Audio,
    Document,
}

/// <summary>Why a file was not taken; nothing of it is kept.</summary>
public enum CleaningRefusal
{
    /// <summary>Not a kind of file we take, whatever its name says.</summary>
    UnknownType,

    /// <summary>More bytes, or more pixels, than we take.</summary>
    TooLarge,

    /// <summary>Damaged, cut off, or not provably free of metadata after cleaning.</summary>
    Broken,

    /// <summary>The tool that could clean it is not installed, or may not be locked up here.</summary>
    CannotBeCleaned,

    TookTooLong,
}

/// <summary>What became of a file a resident sent: clean bytes, or a reason to ask for something else.</summary>
public abstract record CleaningResult
{
    private CleaningResult()
    {
    }

    public sealed record Cleaned(EvidenceKind Kind, string MediaType, string Extension, byte[] Content) : CleaningResult
    {
        // A record prints its members; the size is all that may reach a log.
        public override string ToString() => $"Cleaned {Kind}, {Content.Length} bytes";
    }

    public sealed record Refused(CleaningRefusal Why) : CleaningResult;
}
