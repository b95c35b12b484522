namespace Kentongan.Sandbox.Telegram;

/// <summary>One message as it stands; an edit replaces it by a new one under the same id.</summary>
internal sealed record Message(int Id, Chat Chat, DateTimeOffset Date)
{
    /// <summary>Who wrote it; null is the bot.</summary>
    public Person? From { get; init; }

    public FormattedText? Text { get; init; }

    public FormattedText? Caption { get; init; }

    public Attachment? Attachment { get; init; }

    public Markup? Markup { get; init; }

    public Message? ReplyTo { get; init; }

    public string? MediaGroup { get; init; }

    public ForwardOrigin? Forward { get; init; }

    public bool Protected { get; init; }

    public bool Silent { get; init; }

    public bool Deleted { get; init; }

    public DateTimeOffset? EditDate { get; init; }

    /// <summary>What it said before each edit, oldest first. Only the phones' side of the sandbox shows this.</summary>
    public IReadOnlyList<FormattedText> Before { get; init; } = [];

    public FormattedText? Words => Text ?? Caption;
}

/// <summary>Where a forwarded message came from: a known account, or only a name where the account hides itself.</summary>
internal sealed record ForwardOrigin(Person? Sender, string Name, DateTimeOffset Date);

internal abstract record Attachment
{
    /// <param name="Sizes">Smallest first.</param>
    public sealed record Photo(IReadOnlyList<StoredFile> Sizes) : Attachment;

    /// <param name="Kind"><c>document</c>, <c>video</c>, <c>voice</c> or <c>audio</c>, as the field is called.</param>
    public sealed record Media(string Kind, StoredFile File) : Attachment;

    public sealed record Location(double Latitude, double Longitude, double? Accuracy) : Attachment;

    public sealed record Contact(string Phone, string FirstName, string? LastName, long? UserId) : Attachment;

    public sealed record Sticker(string Emoji, StoredFile File) : Attachment;

    public sealed record Poll(string Id, string Question, IReadOnlyList<string> Options) : Attachment;

    /// <summary>The bot was added to the group.</summary>
    public sealed record BotJoined : Attachment;
}
