using Kentongan.Domain.Casualties;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;

namespace Kentongan.Bot.Tests.Officers;

/// <summary>What a card tells of a report's company and of its victims, and to whom it gives which button (policy 3.2, 5.2, 5.5).</summary>
public sealed class ClusterDrawingTests : IDisposable
{
    private static readonly ClusterView Full = new(
        2, "Mambak, Pakis Aji", 12, true, [(new CasualtyCount(2, 3, 0), Cards.Received.AddHours(5)), (new CasualtyCount(0, 3, 0), Cards.Received)], "12 h", true);

    private readonly Cards _cards = new();

    public void Dispose() => _cards.Dispose();

    [Fact]
    public void The_lead_reads_everything_and_merges_counts_and_checks()
    {
        var (html, buttons) = Draw(ReportStatus.InProgress, lead: true);

        Assert.Contains("Situasi: 12 laporan", html, StringComparison.Ordinal);
        Assert.Contains("👥 2 laporan serupa", html, StringComparison.Ordinal);
        Assert.Contains("Asal minuman: Mambak, Pakis Aji", html, StringComparison.Ordinal);
        Assert.Contains("Korban: meninggal 2 · dirawat 3 · luka/sakit 0 (20-02 14.30)", html, StringComparison.Ordinal);
        Assert.Contains("sebelumnya: meninggal 0 · dirawat 3 · luka/sakit 0 (20-02 09.30)", html, StringComparison.Ordinal);
        Assert.Contains("cek 12 jam belum dicatat", html, StringComparison.Ordinal);
        Assert.Equal(["👥 Laporan serupa", "🚑 Perbarui korban|🩺 Sudah dicek"], buttons);
    }

    [Fact]
    public void The_coordinator_merges_and_warns() =>
        Assert.Equal(["👥 Laporan serupa", "🚑 Perbarui korban|🩺 Sudah dicek", "📢 Peringatan warga"], Draw(ReportStatus.Offered, seat: "koordinator", part: Part.Screener).Buttons);

    [Fact]
    public void A_health_seat_counts_also_where_it_does_not_read_the_story_and_others_do_not()
    {
        Assert.Equal(["🚑 Perbarui korban|🩺 Sudah dicek"], Draw(ReportStatus.Accepted, seat: "dinkes", part: Part.Copy, tier: AudienceTier.Ringkas).Buttons);
        Assert.Empty(Draw(ReportStatus.Accepted, seat: "satpol-pp", part: Part.Copy, tier: AudienceTier.Ringkas).Buttons);
    }

    [Fact]
    public void Once_closed_the_lead_is_asked_for_the_note_and_nobody_merges() =>
        Assert.Equal(["🚑 Perbarui korban|🩺 Sudah dicek", "📝 Catatan evaluasi"], Draw(ReportStatus.Closed, lead: true).Buttons);

    [Fact]
    public void A_withdrawn_or_merged_card_tells_nothing_of_it()
    {
        foreach (var view in new[] { Cards.ViewOf(Cards.ReportIn(ReportStatus.Offered), withdrawn: true), Cards.ViewOf(Cards.ReportIn(ReportStatus.Merged)) })
        {
            var drawn = _cards.Draw(view with { Cluster = Full });

            Assert.DoesNotContain("Mambak", drawn.Html, StringComparison.Ordinal);
            Assert.Empty(drawn.Buttons);
        }
    }

    private (string Html, List<string> Buttons) Draw(
        ReportStatus status, bool lead = false, string seat = "camat", Part part = Part.Support, AudienceTier tier = AudienceTier.Full)
    {
        var plain = Cards.ViewOf(Cards.ReportIn(status, lead: lead ? Cards.Sari : null), part, tier) with { Seat = seat };
        var drawn = _cards.Draw(plain with { Cluster = Full });
        return (Cards.Plain(drawn.Html), [.. drawn.Buttons.Skip(_cards.Draw(plain).Buttons.Count).Select(row => string.Join('|', row.Select(button => button.Label)))]);
    }
}
