using System.Globalization;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Maps;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>What stands on and under the pictures of a digest. The line under a picture says in words what it shows, for whoever cannot see it.</summary>
internal static class PictureWords
{
    private const int MostNames = 6;

    public const string Bars = "24 jam terakhir";

    public static string Title(string what, string kabupaten, string date) =>
        $"{what} · {kabupaten} · {DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture):dd-MM-yyyy}";

    public const string Map = "Peta kerawanan";

    public static IReadOnlyList<string> Bands { get; } =
    [
        .. RiskScore.From.Select((from, band) => $"{band + 1} {(RiskBand)band} (skor mulai {from.ToString("0.#", CultureInfo.InvariantCulture)})"),
        $"data belum cukup (kurang dari {RiskScore.Enough})",
    ];

    public static IReadOnlyList<string> MapNotes(bool approximate) =>
    [
        "Laporan belum tentu kejadian yang terbukti. Banyak laporan bisa juga berarti",
        "warga lebih percaya untuk melapor.",
        .. approximate ? ["Perkiraan: batas wilayah belum diimpor."] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> BarNotes { get; } = ["Garis tegak: biasanya pada hari yang sama (median 8 minggu)."];

    public static string UnderMap(string title, IReadOnlyList<AreaRisk> risks, Func<string, string> nameOf)
    {
        var high = risks.Where(risk => risk.Band >= RiskBand.Waspada).GroupBy(risk => risk.Band!.Value).OrderByDescending(same => same.Key)
            .Select(same => $"{same.Key}: {Some([.. same.Select(risk => nameOf(risk.Kecamatan))])}.");
        var few = risks.Count(risk => risk.Band is null);
        return string.Join('\n', [
            $"{title}.",
            .. high.DefaultIfEmpty("Tidak ada kecamatan dengan tingkat Waspada atau lebih."),
            .. few > 0 ? [$"Data belum cukup: {few} kecamatan."] : Array.Empty<string>()]);
    }

    public static string UnderBars(string title, IEnumerable<DrawnBar> bars) =>
        $"{title}. {string.Join(", ", bars.Select(bar => $"{bar.Label} {bar.Shown}{(bar.Usual is { } usual ? $" (biasanya {usual.ToString("0.#", CultureInfo.InvariantCulture)})" : "")}"))}.";

    private static string Some(List<string> names) => string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" +{names.Count - MostNames} lagi" : "");
}
