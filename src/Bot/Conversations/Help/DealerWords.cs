namespace Kentongan.Bot.Conversations.Help;

/// <summary>Words by which somebody who asks for help seems to speak of one who sells (domain.md 8). Only ever leads to a question.</summary>
internal static class DealerWords
{
    private static readonly string[] Phrases =
    [
        "bandar", "bandarnya", "pengedar", "pengedarnya", "penjual", "penjualnya", "yang jual", "yg jual", "yang jualan", "yg jualan", "yang ngedarin",
        "kurir", "kurirnya", "dijual", "jualan sabu", "jual sabu", "jual pil", "jual obat", "beli dari", "belinya dari", "beli di", "belinya di", "dapat dari",
        "dapatnya dari", "dikasih sama", "ngedarin", "mengedarkan", "menjual", "sing dodol", "sing adol", "dodolan", "tuku neng", "tuku nang", "tukune",
        "entuk saka", "oleh saka", "dealer", "sells", "selling", "bought from", "buys from",
    ];

    public static bool Sound(string text)
    {
        var words = $" {string.Join(' ', text.ToLowerInvariant().Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries))} ";
        return Phrases.Any(phrase => words.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
