using System.Text.RegularExpressions;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>
/// What really happened in Jepara twice (domain.md 1), on the phones of those who would have been part of it. The words are invented; places and
/// numbers are those of the press.
/// </summary>
public sealed partial class RealIncidentTests
{
    private static readonly (string, string) SuwawalTimur = ("Pakis Aji", "Suwawal Timur"), Bulungan = ("Pakis Aji", "Bulungan"), Suwawal = ("Mlonggo", "Suwawal"),
        Karanggondang = ("Mlonggo", "Karanggondang"), Mambak = ("Pakis Aji", "Mambak");

    [Fact]
    public Task Suwawal_Timur_2026_is_seen_across_the_border_and_the_count_follows_the_days() => Stage.OnItsClockAsync(async stage =>
    {
        var people = await Cast.BindAsync(stage);

        // Saturday: the first family. The place of drinking is known, the source is not; one report is no outbreak.
        var rini = new Witness(stage, "Rini");
        await rini.ReportsAsync(SuwawalTimur, null, "Adik saya muntah, pandangannya gelap, kemarin minum gingseng dari galon.", "2", "Semua sadar", "Di rumah");
        await rini.Resident.Hand.SeesAsync("kabar Anda kami teruskan ke petugas");
        var first = await people.CaseAsync(stage.Kapolsek, "minum gingseng dari galon");
        foreach (var officer in stage.Triad.Append(people.Puskesmas).Append(people.Satreskrim))
        {
            await officer.SeesAsync($"Kasus {first} ·");
        }

        await stage.Kapolsek.SeesAsync("Kata pelapor: 2 korban · semua sadar · di rumah");
        await stage.Koordinator.SeesAsync($"Kasus {first} ·");
        Assert.DoesNotContain(people.Mlonggo, officer => officer.Heard.Any(message => Hand.WordsOf(message).Contains("Kasus", StringComparison.Ordinal)));
        Assert.DoesNotContain(people.All, Warned);

        // One accepts for all; whoever leads such cases may take over; the health seat counts.
        await TapOnAsync(stage.Kapolsek, first, "✅ Terima");
        await stage.Camat.SeesAsync("Diterima Kapolsek");
        await SeesButtonAsync(people.Puskesmas, first, "Ambil alih");
        Assert.StartsWith("Ditangani", await rini.Resident.LooksAsync(), StringComparison.Ordinal);
        await TapOnAsync(stage.Kapolsek, first, "📍 Di lokasi");
        await CountsAsync(people.Puskesmas, first, 0, 2, 1);
        await stage.Camat.SeesAsync("Korban: meninggal 0 · dirawat 2 · luka/sakit 1");

        // Twelve hours on somebody must ask after all who drank.
        stage.Pass(TimeSpan.FromHours(12));
        foreach (var asked in new[] { stage.Kapolsek, people.Puskesmas })
        {
            await asked.SeesAsync($"Cek 12 jam untuk kasus {first}");
        }

        await ChecksAsync(people.Puskesmas, first);

        // The next day, the next desa: now they belong together. Pakis Aji alone is concerned so far.
        stage.Pass(TimeSpan.FromHours(10));
        await TapOnAsync(stage.Kapolsek, first, "🔄 Masih ditangani");
        await new Witness(stage, "Joko").ReportsAsync(Bulungan, SuwawalTimur, "Dua pemuda sesak napas, baunya seperti sabun.", "2", "Ada yang tidak sadar", "Di rumah");
        var second = await people.CaseAsync(stage.Kapolsek, "baunya seperti sabun");
        await stage.Kapolsek.SeesAsync("Ada korban gawat");
        foreach (var officer in stage.Triad.Append(stage.Koordinator).Append(people.Dinkes).Append(people.Satreskrim))
        {
            await officer.SeesAsync("Peringatan korban oplosan. 2 laporan dalam 7 hari (Pakis Aji)");
        }

        Assert.DoesNotContain(people.Mlonggo, Warned);
        await TapOnAsync(stage.Camat, second, "✅ Terima");

        // The first deaths; then a victim at home across the border. The other triad comes in, with the source named apart.
        stage.Pass(TimeSpan.FromHours(26));
        await stage.Danramil.SeesAsync($"Kasus {second} ditawarkan lagi: Camat menerima tetapi belum bergerak.");
        await CountsAsync(stage.Kapolsek, first, 2, 1, 0);
        await stage.Danramil.SeesAsync("meninggal 2 · dirawat 1 · luka/sakit 2. Cari siapa saja"); // the two of the second family as the resident told of them
        await new Witness(stage, "Sari").ReportsAsync(Suwawal, SuwawalTimur, "Tetangga meninggal di rumah, minum dari galon yang sama.", "1", "Ada yang tidak bernapas", "Di rumah");
        var third = await people.CaseAsync(people.Mlonggo[1], "minum dari galon yang sama");
        foreach (var officer in people.Mlonggo.Concat(stage.Triad).Append(stage.Koordinator).Append(people.Dinkes).Append(people.Satreskrim))
        {
            await officer.SeesAsync("3 laporan dalam 7 hari (Mlonggo, Pakis Aji). meninggal 2");
        }

        Assert.Contains("Asal minuman: Suwawal Timur, Pakis Aji", Hand.WordsOf(await stage.Kapolsek.SeesAsync($"Kasus {third} ·")), StringComparison.Ordinal); // whoever can close the source
        await TapOnAsync(people.Mlonggo[1], third, "✅ Terima");
        await TapOnAsync(people.Mlonggo[1], third, "📍 Di lokasi");

        // The numbers change with every day and every newspaper, also downwards; what was said before stays to be seen.
        foreach (var (dead, hospital) in new[] { (4, 2), (3, 3), (6, 1) })
        {
            await CountsAsync(people.Puskesmas, first, dead, hospital, 0);
        }

        await CountsAsync(people.Mlonggo[1], third, 2, 0, 0);
        var card = Hand.WordsOf(await stage.Danramil.SeesAsync("Korban: meninggal 6 · dirawat 1"));
        Assert.Contains("sebelumnya: meninggal 3 · dirawat 3", card, StringComparison.Ordinal);
        Assert.Contains("sebelumnya: meninggal 4 · dirawat 2", card, StringComparison.Ordinal);

        // The coordinator warns those who drank and still feel well, and reads of it in the morning.
        await TapOnAsync(stage.Koordinator, third, "📢 Peringatan warga");
        await stage.Koordinator.SeesAsync("sakit berat setelah minum miras oplosan di Kecamatan Mlonggo dan Pakis Aji");
        var evening = stage.Koordinator.Last;
        stage.ToNext(new TimeOnly(7, 0));
        var digest = Hand.WordsOf(await stage.Koordinator.SeesAsync("Rekap Jepara", after: evening));
        Assert.Contains("Korban oplosan 7 hari: 3 laporan · meninggal 8 · dirawat 1", digest, StringComparison.Ordinal);
        Assert.Contains("Mlonggo, Pakis Aji", digest, StringComparison.Ordinal);
        Assert.Contains($"Pemantauan {third}", digest, StringComparison.Ordinal);

        await ClosesAsync(people.Mlonggo[1], people.Mlonggo[0], third);
        await ReviewsAsync(people.Mlonggo[1], third);
    });

    [Fact]
    public Task Karanggondang_2022_was_drunk_in_Mlonggo_and_sold_in_Pakis_Aji() => Stage.OnItsClockAsync(async stage =>
    {
        var people = await Cast.BindAsync(stage);
        var kapolsek = people.Mlonggo[1];

        // One report, a source in the next kecamatan: both triads hold it before anybody has died.
        var dewi = new Witness(stage, "Dewi");
        await dewi.ReportsAsync(Karanggondang, Mambak, "Anak-anak muda pingsan habis minum.", "Lebih dari 5", "Ada yang tidak sadar", "Sudah di puskesmas");
        var number = await people.CaseAsync(kapolsek, "Anak-anak muda pingsan");
        foreach (var officer in people.Mlonggo.Concat(stage.Triad))
        {
            var card = Hand.WordsOf(await officer.SeesAsync($"Kasus {number} ·"));
            Assert.Contains("Karanggondang, Mlonggo", card, StringComparison.Ordinal);
            Assert.Contains("Asal minuman: Mambak, Pakis Aji", card, StringComparison.Ordinal);
        }

        await kapolsek.SeesAsync("lebih dari 5 korban · ada yang tidak sadar · sudah di puskesmas atau RS");
        await TapOnAsync(kapolsek, number, "✅ Terima");
        await TapOnAsync(kapolsek, number, "📍 Di lokasi");
        foreach (var officer in people.Mlonggo.Concat(stage.Triad))
        {
            await officer.SeesAsync("Ditangani Kapolsek");
        }

        Assert.DoesNotContain(people.All, Warned);

        // A single report with a death is an outbreak: health, detectives and both triads hear of it at the first count.
        await CountsAsync(people.Puskesmas, number, 1, 6, 0);
        foreach (var officer in people.Mlonggo.Concat(stage.Triad).Append(stage.Koordinator).Append(people.Dinkes).Append(people.Satreskrim))
        {
            await officer.SeesAsync("1 laporan dalam 7 hari (Mlonggo, Pakis Aji). meninggal 1 · dirawat 6");
        }

        // 7 or 8: the press never agreed.
        foreach (var dead in new[] { 3, 7, 8, 7 })
        {
            await CountsAsync(kapolsek, number, dead, 8 - dead, 0);
        }

        // All who drank are asked after at 12, 24, 48 and 72 hours; what is left out, the coordinator hears.
        foreach (var (hours, pass) in new[] { (12, 12), (24, 12), (48, 24), (72, 24) })
        {
            stage.Pass(TimeSpan.FromHours(pass));
            await TapOnAsync(kapolsek, number, "🔄 Masih ditangani"); // without a word it would go back on offer
            await people.Puskesmas.SeesAsync($"Cek {hours} jam untuk kasus {number}");
            if (hours != 24)
            {
                await ChecksAsync(people.Puskesmas, number);
            }
        }

        await stage.Koordinator.SeesAsync($"Cek 48 jam untuk kasus {number}");
        Assert.DoesNotContain(stage.Koordinator.Heard, message => Hand.WordsOf(message).Contains($"Cek 24 jam untuk kasus {number}", StringComparison.Ordinal));
        var digest = Hand.WordsOf(await stage.Koordinator.SeesAsync("Korban oplosan 7 hari: 1 laporan · meninggal 7 · dirawat 1"));
        Assert.Contains("Mlonggo, Pakis Aji", digest, StringComparison.Ordinal);

        // Whoever resolves does not verify; the resident reads that it is over; what was learned is written down.
        await ClosesAsync(kapolsek, people.Mlonggo[0], number);
        Assert.StartsWith("Selesai", await dewi.Resident.LooksAsync(), StringComparison.Ordinal);
        await ReviewsAsync(kapolsek, number);

        // After a week without another victim it is no outbreak any more.
        var before = stage.Koordinator.Last;
        stage.Pass(TimeSpan.FromDays(5));
        stage.ToNext(new TimeOnly(7, 0));
        Assert.DoesNotContain("Korban oplosan", Hand.WordsOf(await stage.Koordinator.SeesAsync("Rekap Jepara", after: before)), StringComparison.Ordinal);
    });

    private static bool Warned(Hand officer) => officer.Heard.Any(message => Hand.WordsOf(message).Contains("Peringatan korban oplosan", StringComparison.Ordinal));

    private static Task<Message> SeesButtonAsync(Hand officer, string number, string label) =>
        officer.SeesAsync(message => IsCard(message, number) && Find(message, label) is not null, $"{label} on the card of {number}");

    private static async Task TapOnAsync(Hand officer, string number, string label)
    {
        var card = await SeesButtonAsync(officer, number, label);
        var answer = await officer.TapAsync(card.Id, Find(card, label)!.Data!);
        Assert.False(answer.Alert, $"{officer.Name}, {label}: {answer.Text}");
    }

    private static async Task CountsAsync(Hand officer, string number, int dead, int hospital, int injured)
    {
        var before = officer.Last;
        await TapOnAsync(officer, number, "🚑 Perbarui korban");
        await TapOnAsync(officer, number, "⌨️ Ketik angka");
        await officer.SeesAsync("Tulis tiga angka", after: before);
        officer.Says($"{dead} {hospital} {injured}");
        await officer.SeesAsync("Sudah dicatat.", after: before);
    }

    private static Task ChecksAsync(Hand officer, string number) => TapOnAsync(officer, number, "🩺 Sudah dicek");

    private static async Task ClosesAsync(Hand lead, Hand verifier, string number)
    {
        var before = lead.Last;
        await TapOnAsync(lead, number, "🏁 Usulkan selesai");
        await TapOnAsync(lead, number, "ditindak");
        await lead.SeesAsync("Ceritakan apa yang dilakukan", after: before);
        lead.Says("Sumber minuman ditutup, semua yang ikut minum sudah diperiksa di rumah sakit.");
        await TapOnAsync(verifier, number, "☑️ Setujui selesai");
        await verifier.SeesAsync(message => IsCard(message, number) && Hand.WordsOf(message).Contains("Ditutup: ditindak", StringComparison.Ordinal), "the case closed");
    }

    private static async Task ReviewsAsync(Hand lead, string number)
    {
        var before = lead.Last;
        await lead.SeesAsync($"Kasus {number} sudah ditutup. Mohon tulis catatan evaluasi");
        await TapOnAsync(lead, number, "📝 Catatan evaluasi");
        await lead.SeesAsync("Tulis catatan evaluasi", after: before);
        lead.Says("Penjual sudah lama dikenal warga; pengawasan warung perlu rutin setiap bulan.");
        await lead.SeesAsync("Sudah dicatat.", after: before);
    }

    private static bool IsCard(Message message, string number) => Hand.WordsOf(message).Contains($"Kasus {number} ·", StringComparison.Ordinal);

    private static InlineButton? Find(Message message, string label) =>
        Hand.ButtonsOf(message).FirstOrDefault(button => button.Data is not null && button.Text.StartsWith(label, StringComparison.Ordinal));

    [GeneratedRegex(@"Kasus (\S+) ·", RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();

    /// <summary>Everybody whom the incidents would have concerned.</summary>
    private sealed record Cast(Stage Stage, IReadOnlyList<Hand> Mlonggo, Hand Puskesmas, Hand Dinkes, Hand Satreskrim)
    {
        public IEnumerable<Hand> All => [.. Stage.Triad, .. Mlonggo, Puskesmas, Dinkes, Satreskrim, Stage.Koordinator];

        public static async Task<Cast> BindAsync(Stage stage) => new(
            stage,
            await stage.BindTriadAsync("33.20.07", "Mlonggo"),
            await stage.BindAgencyAsync("puskesmas", "Puskesmas Pakis Aji"),
            await stage.BindAgencyAsync("dinkes", "Dinas Kesehatan Jepara"),
            await stage.BindAgencyAsync("satreskrim", "Satreskrim Jepara"));

        public async Task<string> CaseAsync(Hand officer, string story) =>
            CaseNumber().Match(Hand.WordsOf(await officer.SeesAsync(message => Hand.WordsOf(message).Contains(story, StringComparison.Ordinal), story))).Groups[1].Value;
    }
}
