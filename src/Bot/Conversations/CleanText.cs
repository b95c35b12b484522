using System.Globalization;
using System.Text;

namespace Kentongan.Bot.Conversations;

/// <summary>Takes out of a text what a reader cannot see but a program or a screen could be fooled by.</summary>
public static class CleanText
{
    /// <summary>
    /// Without control, zero-width and direction characters, trimmed. Letters of every script stay, and the order that their own
    /// direction gives them.
    /// </summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (Rune.GetUnicodeCategory(rune) is var kind && !IsUnseen(kind) && !IsJoiner(rune.Value)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } left ? left : null;
    }

    private static bool IsUnseen(UnicodeCategory kind) =>
        kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsJoiner(int rune) => rune is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
