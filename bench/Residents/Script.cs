using System.Text;

namespace Kentongan.Bench.Residents;

/// <summary>A whole report as a resident gives it: ten updates, each of which is answered.</summary>
internal static class Script
{
    /// <summary>The story holds this mark and the number of the report, so that a card can be known again.</summary>
    public const string Mark = "Kode uji ";

    public const int Steps = 10;

    private static readonly string[] Taps = ["", "c:trantibum", "s:trantibum.antarwarga", "", "d:x", "w:Today", "", "st:done", "o:None", "send"];

    /// <summary>The button that the answer to each step must hold: the next step's, and after the last the one that opens the report.</summary>
    private static readonly byte[][] Answers =
        [.. new[] { "c:trantibum\"", "s:trantibum.antarwarga\"", "k:", "d:x\"", "w:Today\"", "st:done\"", "st:done\"", "o:None\"", "send\"", "r:c:" }
            .Select(button => Encoding.UTF8.GetBytes("\"callback_data\":\"" + button))];

    public static ReadOnlySpan<byte> AnswerTo(int step) => Answers[step];

    /// <summary>The update of a step, without its opening brace and id.</summary>
    /// <param name="message">The message whose button is tapped.</param>
    public static string Update(int step, long chat, int message, string kecamatan, int report) => step switch
    {
        0 => Text(chat, "/lapor"),
        3 => Tap(chat, message, "k:" + kecamatan),
        6 => Text(chat, $"Dua keluarga ribut soal batas tanah di dekat balai desa, sudah tiga hari tidak mau bertegur sapa. {Mark}{report}."),
        _ => Tap(chat, message, Taps[step]),
    };

    public static string Text(long chat, string text) =>
        $$$"""
        "message":{"message_id":{{{chat % 100_000}}},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"Warga","language_code":"id"},"chat":{"id":{{{chat}}},"type":"private","first_name":"Warga"},"date":1750000000,"text":"{{{text}}}"}}
        """;

    private static string Tap(long chat, int message, string data) =>
        $$$"""
        "callback_query":{"id":"{{{chat}}}","from":{"id":{{{chat}}},"is_bot":false,"first_name":"Warga","language_code":"id"},"message":{"message_id":{{{message}}},"chat":{"id":{{{chat}}},"type":"private","first_name":"Warga"},"date":1750000000,"text":"Pilih"},"chat_instance":"1","data":"{{{data}}}"}}
        """;
}
