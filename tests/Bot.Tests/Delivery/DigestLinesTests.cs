using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Digests;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>What the digest tells of victims, clusters and spikes, and how little it tells of small numbers (policy 6).</summary>
public sealed class DigestLinesTests
{
    private static readonly DigestFigures Quiet = new(
        "2026-09-17", "33.20", new MachineHealth(true, 98, 100, "2026-09-16T18:00:00Z") { BackupHours = 6 }, [], 0, None(0), None(0), None(0), None(0), 0, 0, [], new DeskCounts(0, 0, 0, 0, 0));

    [Fact]
    public void Victims_watches_storms_clusters_spikes_and_limits_have_a_line_each()
    {
        var lines = DigestWords.ForKabupaten("Jepara", Quiet with
        {
            Victims = new VictimFigures(3, 8, 1, 0, ["Mlonggo", "Pakis Aji"]),
            Watches = [new RunningWatch("K7Q-4ZM", "Mlonggo", 49, 1, 5)],
            Situations = 1,
            Clusters = [new ClusterFigures("miras.penjualan", "Kedung", 4)],
            Spikes = [new Spike("Kedung", "miras", new Counted(9, 2, 8, 1))],
            Left = new Counted(12, 7.5, 6, 1),
        }, kind => kind).Split('\n');

        Assert.Equal("✅ Pemeriksa berjalan · terkirim 98/100 (98%) · cadangan: 6 jam lalu", lines[1]);
        Assert.Contains("🚑 Korban oplosan 7 hari: 3 laporan · meninggal 8 · dirawat 1 · luka/sakit 0 · Mlonggo, Pakis Aji", lines);
        Assert.Contains("🩺 Pemantauan <code>K7Q-4ZM</code> Mlonggo: jam ke-49, 1 cek belum dicatat", lines);
        Assert.Contains("   dan 4 pemantauan lain", lines);
        Assert.Contains("🌊 Situasi (laporan beruntun): 1", lines);
        Assert.Contains("👥 Serupa: miras.penjualan · Kedung · 4 laporan", lines);
        Assert.Contains("📈 Kedung · miras: 9 ↑ (biasanya 2, n=8)", lines);
        Assert.Contains("Masih terbuka: 12 ↑ (biasanya 7.5, n=6)", lines);
    }

    [Fact]
    public void Where_several_people_read_along_one_and_two_cannot_be_told_apart()
    {
        var one = Quiet with { Readers = 3, Received = None(1), Closed = None(1), LeftOpen = 1, DueToday = 1, Emergencies = 1 };
        var two = one with { Received = None(2), Closed = None(2), LeftOpen = 2, DueToday = 2, Emergencies = 2 };

        Assert.Equal(DigestWords.ForTriad("Kedung", one), DigestWords.ForTriad("Kedung", two));
        Assert.Equal(DigestWords.ForKabupaten("Jepara", one, kind => kind), DigestWords.ForKabupaten("Jepara", two, kind => kind));
        Assert.Contains("Masuk &lt;3", DigestWords.ForTriad("Kedung", one), StringComparison.Ordinal);
        Assert.NotEqual(DigestWords.ForKabupaten("Jepara", one with { Readers = 1 }, kind => kind), DigestWords.ForKabupaten("Jepara", two with { Readers = 1 }, kind => kind));
    }

    [Fact]
    public void Whatever_the_figures_the_digest_is_short_has_its_parts_and_closes_its_tags()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var figures = Any(new Random(seed));

            foreach (var html in new[] { DigestWords.ForKabupaten("Kabupaten <Jepara>", figures, kind => kind + new string('<', seed % 80)), DigestWords.ForTriad("Pakis & Aji", figures) })
            {
                Assert.InRange(html.Length, 1, DigestWords.Longest);
                Assert.Equal(html.Split("<b>").Length, html.Split("</b>").Length);
                Assert.Equal(html.Split("<code>").Length, html.Split("</code>").Length);
                Assert.DoesNotContain("<<", html, StringComparison.Ordinal);
            }

            var whole = DigestWords.ForKabupaten("Jepara", figures, kind => kind);
            Assert.All(["Pemeriksa", "Perlu keputusan Anda", "Darurat", "Masuk", "Masih terbuka", "Jatuh tempo", "dirujuk"], part => Assert.Contains(part, whole, StringComparison.Ordinal));
        }
    }

    private static DigestFigures Any(Random random)
    {
        string[] seats = ["camat", "kapolsek", "danramil"];
        string[] whys = ["vacant", "unreachable", "absent"];
        return new DigestFigures(
            "2026-09-17", "33.20", new MachineHealth(random.Next(2) == 0, random.Next(), random.Next(), null),
            [.. Many(5, () => new BrokenClock("K7Q-4ZM", (Priority)random.Next(4), "miras.korban_oplosan", Name(), random.Next(), random.Next(5), [.. Many(8, () => seats[random.Next(3)])]))],
            random.Next(), Count(), Count(), Count(), Count(), random.Next(), random.Next(),
            [.. Many(180, () => new MissingSeat(Name(), seats[random.Next(3)], whys[random.Next(3)]))],
            new DeskCounts(random.Next(), random.Next(), random.Next(), random.Next(), random.Next()))
        {
            Victims = random.Next(2) == 0 ? null : new VictimFigures(random.Next(), random.Next(), random.Next(), random.Next(), [.. Many(16, Name)]),
            Watches = [.. Many(3, () => new RunningWatch("K7Q-4ZM", Name(), random.Next(73), random.Next(5), random.Next()))],
            Clusters = [.. Many(3, () => new ClusterFigures("miras.penjualan", Name(), random.Next()))],
            Spikes = [.. Many(3, () => new Spike(Name(), "miras", Count()))],
            Situations = random.Next(),
            Left = random.Next(2) == 0 ? null : Count(),
            Readers = random.Next(4),
        };

        IEnumerable<T> Many<T>(int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => one())];

        string Name() => new(Enumerable.Range(0, 1 + random.Next(60)).Select(_ => "abc <&>\"é"[random.Next(9)]).ToArray());

        Counted Count() => new(random.Next(), random.Next(2) == 0 ? null : random.Next() / 2.0, random.Next(9), random.Next(3) - 1);
    }

    private static Counted None(int count) => new(count, null, 0, 0);
}
