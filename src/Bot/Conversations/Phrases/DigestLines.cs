using System.Globalization;
using Kentongan.Domain.Casualties;
using Kentongan.Triage.Digests;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>The lines of the digest on victims, watches, storms, clusters and spikes (policy 6, parts 3 and 7). None where there is nothing.</summary>
internal static class DigestLines
{
    public static string Victims(DigestFigures figures) => figures.Victims is { } victims
        ? $"🚑 Korban oplosan 7 hari: {DigestWords.Number(victims.Reports, figures)} laporan · {ClusterWords.Counted(new CasualtyCount(victims.Dead, victims.InHospital, victims.Injured))}{(victims.Kecamatan.Count == 0 ? "" : $" · {DigestWords.Short(string.Join(", ", victims.Kecamatan))}")}\n"
        : "";

    public static string Watches(DigestFigures figures) => figures.Watches is { Count: > 0 } watches
        ? string.Concat(watches.Select(watch =>
            $"🩺 Pemantauan <code>{watch.CaseNumber}</code> {DigestWords.Short(watch.Kecamatan ?? "lokasi belum pasti")}: jam ke-{watch.Hours}{(watch.Missed == 0 ? "" : $", {watch.Missed} cek belum dicatat")}\n"))
            + (watches[0].Running > watches.Count ? $"   dan {watches[0].Running - watches.Count} pemantauan lain\n" : "")
        : "";

    /// <summary>The reader's own, so counts are exact; numbers of cases and no word of them.</summary>
    public static string Views(DigestFigures figures) => figures.Views is { Count: > 0 } views
        ? "\n<b>Saringan Anda</b>\n" + string.Concat(views.Select(view => string.Create(
            CultureInfo.InvariantCulture,
            $"📌 {DigestWords.Short(view.Name)}: {view.Count}{(view.Newest.Count == 0 ? "" : $" · terbaru {string.Join(", ", view.Newest.Select(number => $"<code>{number}</code>"))}")}\n"))) + "\n"
        : "";

    public static string Company(DigestFigures figures, Func<string, string> kindOf) =>
        (figures.Situations == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"🌊 Situasi (laporan beruntun): {figures.Situations}\n"))
        + string.Concat((figures.Clusters ?? []).Select(cluster =>
            $"👥 Serupa: {DigestWords.Short(kindOf(cluster.Category))} · {DigestWords.Short(cluster.Kecamatan ?? "lokasi belum pasti")} · {DigestWords.Number(cluster.Reports, figures)} laporan\n"))
        + string.Concat((figures.Spikes ?? []).Select(spike =>
            $"📈 {DigestWords.Short(spike.Kecamatan)} · {DigestWords.Short(spike.Family)}: {spike.Counted.Now}{DigestWords.Arrow(spike.Counted.Outside)} (biasanya {spike.Counted.Median?.ToString("0.#", CultureInfo.InvariantCulture)}, n={spike.Counted.Weeks})\n"));
}
