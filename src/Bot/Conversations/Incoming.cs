namespace Kentongan.Bot.Conversations;

/// <summary>One update, stripped of everything that we must not know. A class, so that nothing prints its chat.</summary>
public sealed class Incoming
{
    public required long UpdateId { get; init; }

    public required long Chat { get; init; }

    public required IncomingBody Body { get; init; }

    /// <summary>The message whose button was tapped.</summary>
    public int? Message { get; init; }

    /// <summary>The person's own message, or the one they tapped: what erasing traces has to delete. Never stored.</summary>
    public int? Seen { get; init; }

    /// <summary>To be answered, whatever becomes of the update.</summary>
    public string? Callback { get; init; }
}

/// <summary>What the update holds.</summary>
public abstract record IncomingBody
{
    public sealed record Text(string Raw) : IncomingBody;

    public sealed record Tapped(string Data) : IncomingBody;

    public sealed record Pin(double Latitude, double Longitude) : IncomingBody;

    /// <param name="Size">In bytes, as announced; null where it was not.</param>
    public sealed record File(string FileId, long? Size, bool IsVoice, string? Caption, string? Album) : IncomingBody;

    public sealed record Contact : IncomingBody;

    public sealed record Edited : IncomingBody;

    public sealed record SomethingElse : IncomingBody;

    /// <summary>Not a private chat.</summary>
    public sealed record Group : IncomingBody;

    /// <summary>The person blocked the bot or let it in again.</summary>
    public sealed record Membership(bool Blocked) : IncomingBody;

    /// <summary>A kind of update we did not ask for; confirmed and forgotten.</summary>
    public sealed record Nothing : IncomingBody;
}
