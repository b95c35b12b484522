using System.Text;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>The part of a card that tells of the report's company and its victims, and the buttons for them. Pure.</summary>
internal static class ClusterDrawing
{
    public static void Append(StringBuilder text, CardView view, LocalTime local)
    {
        if (view.Withdrawn || view.Report.Status is ReportStatus.Merged)
        {
            return;
        }

        var cluster = view.Cluster;
        if (cluster.Told is var (told, toldAt))
        {
            text.Append(ClusterWords.Told(told)).Append($" ({local.At(toldAt):dd-MM HH.mm})\n");
        }

        if (view.VictimsAt is { } point)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"🚑📍 Korban di {point.Latitude:F5}, {point.Longitude:F5}\n");
        }

        Line(text, cluster.Situation > 1, () => ClusterWords.Situation(cluster.Situation));
        Line(text, cluster.Alike > 0, () => ClusterWords.Alike(cluster.Alike));
        Line(text, cluster.Supply is not null, () => ClusterWords.Supply(cluster.Supply!));
        for (var index = 0; index < cluster.Counts.Count; index++)
        {
            var (count, at) = cluster.Counts[index];
            text.Append(index == 0 ? "🚑 <b>Korban:</b> " : "   sebelumnya: ").Append(ClusterWords.Counted(count)).Append($" ({local.At(at):dd-MM HH.mm})\n");
        }

        Line(text, cluster.PendingCheck is not null, () => ClusterWords.Check(cluster.PendingCheck!));
    }

    /// <summary>What this officer can do about it now; the last rows of the card.</summary>
    public static IEnumerable<IReadOnlyList<CardAction>> Rows(CardView view)
    {
        var (status, cluster) = (view.Report.Status, view.Cluster);
        if (view.Withdrawn || status is ReportStatus.Received or ReportStatus.Merged)
        {
            yield break;
        }

        var coordinates = view.Seat == Seat.Koordinator.Code;
        if (cluster.Alike > 0 && status is not (ReportStatus.Closed or ReportStatus.Quarantined) && (view.IsLead || coordinates))
        {
            yield return [CardAction.ShowAlike];
        }

        if (!cluster.CountsVictims || status == ReportStatus.Quarantined)
        {
            yield break;
        }

        if (view.Tier == AudienceTier.Full || Watch.IsHealth(view.Seat))
        {
            yield return cluster.PendingCheck is null ? [CardAction.Casualties] : [CardAction.Casualties, CardAction.CheckWatch];
        }

        if (coordinates)
        {
            yield return [CardAction.WarnPublic];
        }

        if (cluster.ReviewMissing && view.IsLead && status == ReportStatus.Closed)
        {
            yield return [CardAction.Review];
        }
    }

    private static void Line(StringBuilder text, bool when, Func<string> line)
    {
        if (when)
        {
            text.Append(line()).Append('\n');
        }
    }
}
