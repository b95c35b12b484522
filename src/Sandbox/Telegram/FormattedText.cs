namespace Kentongan.Sandbox.Telegram;

/// <summary>Text and the marks on it; offsets and lengths count UTF-16 units, as Telegram does.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static readonly FormattedText Empty = new("", []);

    public bool SaysTheSameAs(FormattedText? other) =>
        other is not null && Text == other.Text && Entities.SequenceEqual(other.Entities);

    /// <summary>Without the white space at both ends, which Telegram drops.</summary>
    public FormattedText Trimmed()
    {
        var start = 0;
        while (start < Text.Length && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        var end = Text.Length;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == Text.Length ? this : new(Text[start..end], [.. Entities.Select(Shift).OfType<TextEntity>()]);

        TextEntity? Shift(TextEntity entity)
        {
            var from = Math.Max(entity.Offset, start);
            var to = Math.Min(entity.Offset + entity.Length, end);
            return to > from ? entity with { Offset = from - start, Length = to - from } : null;
        }
    }
}

internal sealed record TextEntity(string Type, int Offset, int Length, string? Url = null, string? Language = null);
