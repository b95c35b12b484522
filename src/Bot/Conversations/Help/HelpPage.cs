using Kentongan.Triage.Help;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>A part of a conversation that fits one message, counted from the newest.</summary>
public sealed record HelpPage(int Number, bool HasOlder, IReadOnlyList<HelpWord> Words)
{
    private const int LongestPiece = 1_000;
    private const int LongestPage = 3_000;

    public static HelpPage Of(IReadOnlyList<HelpWord> words, int number)
    {
        List<List<HelpWord>> pages = [[]];
        var room = LongestPage;
        foreach (var piece in words.SelectMany(Pieces).Reverse())
        {
            if (piece.Text.Length > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = LongestPage;
            }

            pages[^1].Insert(0, piece);
            room -= piece.Text.Length;
        }

        var shown = Math.Clamp(number, 0, pages.Count - 1);
        return new HelpPage(shown, shown < pages.Count - 1, pages[shown]);
    }

    private static IEnumerable<HelpWord> Pieces(HelpWord word)
    {
        for (var from = 0; from < word.Text.Length;)
        {
            var length = Math.Min(LongestPiece, word.Text.Length - from);
            length -= length > 1 && char.IsHighSurrogate(word.Text[from + length - 1]) ? 1 : 0; // never between the halves of one character
            yield return word with { Text = word.Text.Substring(from, length) };
            from += length;
        }
    }
}
