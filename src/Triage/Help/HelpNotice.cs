using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kentongan.Triage.Help;

/// <summary>A sentence to a counsellor, kept without words and without a word that anybody wrote (policy 5.7). The names are a file format.</summary>
/// <param name="Card">The reader's card of the request.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "notice")]
[JsonDerivedType(typeof(Unanswered), "unanswered")]
[JsonDerivedType(typeof(Overdue), "overdue")]
[JsonDerivedType(typeof(Waits), "waits")]
[JsonDerivedType(typeof(Wrote), "wrote")]
public abstract record HelpNotice(long Card)
{
    /// <summary>Half the time is over and nobody has answered.</summary>
    public sealed record Unanswered(long Card, int MinutesOpen, bool Danger) : HelpNotice(Card);

    /// <summary>The time is over.</summary>
    /// <param name="First">The reader is the first of the roster: it is for them to see that somebody answers.</param>
    public sealed record Overdue(long Card, int MinutesOpen, bool Danger, bool First) : HelpNotice(Card);

    /// <summary>It was given back.</summary>
    public sealed record Waits(long Card, bool Danger) : HelpNotice(Card);

    /// <summary>The resident wrote.</summary>
    public sealed record Wrote(long Card, bool Danger) : HelpNotice(Card);

    public string ToJson() => JsonSerializer.Serialize(this, HelpNoticeJson.Default.HelpNotice);

    public static HelpNotice FromJson(string json) => JsonSerializer.Deserialize(json, HelpNoticeJson.Default.HelpNotice)
        ?? throw new JsonException("An empty notice.");
}

[JsonSerializable(typeof(HelpNotice))]
internal sealed partial class HelpNoticeJson : JsonSerializerContext;
