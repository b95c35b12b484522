using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Digests;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>The digest in words (policy 6): short enough, also on the worst of mornings.</summary>
public sealed class DigestWordsTests
{
    private static readonly string[] Triad = ["camat", "kapolsek", "danramil"];

    [Theory]
    [InlineData(16)]
    [InlineData(60)]
    public void The_worst_morning_fits_into_3500_characters_with_every_tag_closed(int kecamatan)
    {
        var figures = Figures(
            [.. Enumerable.Range(0, 5).Select(_ => new BrokenClock("K7Q-4ZM", Priority.P0, "miras.korban_oplosan", new string('&', 40), 99_999, 4, ["camat", "kapolsek", "danramil", "satresnarkoba", "psc-119"]))],
            [.. Enumerable.Range(0, kecamatan).SelectMany(number => Triad.Select((seat, index) => new MissingSeat($"Kecamatan <{number}>", seat, index == 0 ? "unreachable" : "vacant")))],
            int.MaxValue);

        var html = DigestWords.ForKabupaten("Kabupaten Jepara", figures, kind => new string('<', 60));

        Assert.InRange(html.Length, 1_000, DigestWords.Longest);
        Assert.Equal(html.Split("<b>").Length, html.Split("</b>").Length);
        Assert.Equal(html.Split("<code>").Length, html.Split("</code>").Length);
        Assert.Contains("Perlu keputusan Anda", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiet_day_is_said_too() => Assert.Equal(
        """
        <b>Rekap Jepara · 17-09-2026</b>
        ✅ Pemeriksa berjalan · terkirim 0/0 · cadangan: belum pernah ⚠️

        <b>Perlu keputusan Anda</b>
        Tidak ada. Terima kasih.

        <b>24 jam terakhir</b>
        🔴 Darurat: 0
        Masuk: 0 (belum ada pembanding, n=0)
        Diterima tepat waktu: 0 (belum ada pembanding, n=0)
        Ditutup: 0 (belum ada pembanding, n=0)
        Dibuka lagi: 0 (belum ada pembanding, n=0)
        Masih terbuka: 0
        Jatuh tempo hari ini: 0
        Tanpa lokasi 0 · perlu diperiksa 0 · karantina 0 · menunggu pemeriksaan hasil 0 · dirujuk 0
        Semua jabatan tiga pilar terisi dan terhubung.
        """,
        DigestWords.ForKabupaten("Jepara", Figures([], [], 0), kind => kind));

    [Fact]
    public void The_triad_reads_five_lines() => Assert.Equal(
        """
        <b>Rekap Kec. Kedung · 17-09-2026</b>
        Masuk 3 · diterima tepat waktu 3 · ditutup 3
        Masih terbuka 3 · jatuh tempo hari ini 3
        Belum ada yang menerima: <code>K7Q-4ZM</code>
        Jabatan kosong atau tak terhubung: Danramil
        """,
        DigestWords.ForTriad("Kedung", Figures(
            [new BrokenClock("K7Q-4ZM", Priority.P1, "miras.produksi", "Kedung", 61, 3, [])], [new MissingSeat("Kedung", "danramil", "vacant")], 3)));

    [Fact]
    public void An_arrow_stands_only_outside_the_range_and_n_is_always_shown()
    {
        var figures = Figures([], [], 0) with { Received = new Counted(9, 4.5, 8, 1), Closed = new Counted(1, 3, 5, -1), Reopened = new Counted(2, 2, 3, 0) };

        var lines = DigestWords.ForKabupaten("Jepara", figures, kind => kind).Split('\n');

        Assert.Contains("Masuk: 9 ↑ (biasanya 4.5, n=8)", lines);
        Assert.Contains("Ditutup: 1 ↓ (biasanya 3, n=5)", lines);
        Assert.Contains("Dibuka lagi: 2 (biasanya 2, n=3)", lines);
    }

    private static DigestFigures Figures(IReadOnlyList<BrokenClock> broken, IReadOnlyList<MissingSeat> missing, int count)
    {
        var counted = new Counted(count, null, 0, 0);
        return new DigestFigures(
            "2026-09-17", "33.20", new MachineHealth(true, count, count, null), broken, count, counted, counted, counted, counted, count, count, missing, new DeskCounts(count, count, count, count, count));
    }
}
