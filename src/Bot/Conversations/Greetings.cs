namespace Kentongan.Bot.Conversations;

/// <summary>"Assalamualaikum, selamat pagi min" is no story: whoever says only this is greeted back.</summary>
internal static class Greetings
{
    private static readonly HashSet<string> Words =
    [
        "halo", "hallo", "hai", "hei", "hi", "hello", "helo", "hay", "p", "ping", "tes", "test", "testing", "punten", "permisi", "misi",
        "assalamualaikum", "assalamu", "asalamualaikum", "alaikum", "waalaikumsalam", "wr", "wb", "warahmatullahi", "wabarakatuh", "salam",
        "selamat", "met", "good", "pagi", "siang", "sore", "malam", "morning", "afternoon", "evening", "sugeng", "enjing", "siyang",
        "sonten", "dalu", "ndalu", "kulonuwun", "kulo", "nuwun", "nuwunsewu", "sewu", "min", "admin", "bot", "pak", "bapak", "bu", "ibu",
        "mas", "mbak", "kak", "om",
    ];

    public static bool IsOnly(string text) => text.ToLowerInvariant()
        .Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .All(Words.Contains);
}
