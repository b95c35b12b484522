namespace Kentongan.Bot.Conversations;

/// <summary>How far a chat has been searched for messages that no memory holds any more. Sealed with its reply: a file format.</summary>
/// <param name="Below">From this message number on, all is done with.</param>
/// <param name="Left">How many numbers are still to be tried.</param>
/// <param name="AtOnce">How many in the next call; fewer than a block while a message that Telegram does not let go is looked for.</param>
/// <param name="Refused">How many such were found.</param>
public sealed record Sweep(int Below, int Left, int AtOnce, int Refused)
{
    /// <summary>As many as Telegram takes in one call.</summary>
    public const int Block = 100;

    /// <summary>Two busy days of a kabupaten: a report is some thirty messages, counted over all chats.</summary>
    public const int Reach = 20_000;

    public static Sweep From(int below) => new(below, Reach, Block, 0);

    /// <summary>Nothing was tried yet.</summary>
    public bool Begins => Left == Reach;

    /// <summary>The numbers to try now, newest first.</summary>
    public int[] Next() => [.. Enumerable.Range(1, Math.Min(AtOnce, Math.Min(Left, Below - 1))).Select(step => Below - step)];

    /// <summary>These were tried.</summary>
    public Sweep Past(int[] tried) => this with { Below = tried[^1], Left = Left - tried.Length };
}
