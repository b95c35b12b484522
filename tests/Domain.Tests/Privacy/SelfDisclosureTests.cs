using Kentongan.Domain.Privacy;
using static Kentongan.Domain.Privacy.DisclosureKind;

namespace Kentongan.Domain.Tests.Privacy;

/// <summary>All people, numbers and events here are invented.</summary>
public sealed class SelfDisclosureTests
{
    [Theory]
    [InlineData("wa 081200003344 saja", "081200003344")]
    [InlineData("HP: 0812-0000-3344.", "0812-0000-3344")]
    [InlineData("hub 0812 0000 3344 ya", "0812 0000 3344")]
    [InlineData("+62 812-0000-3344", "+62 812-0000-3344")]
    [InlineData("(+62) 812.0000.3344", "+62) 812.0000.3344")]
    [InlineData("wa6281200003344", "6281200003344")]
    [InlineData("rumah (0291) 590000", "0291) 590000")]
    [InlineData("0812 - 0000 - 3344 2 orang", "0812 - 0000 - 3344")]
    [InlineData("081200003344/085700001111", "081200003344", "085700001111")]
    public void A_telephone_number_is_found_however_it_is_spaced(string text, params string[] found) => Finds(Phone, text, found);

    [Theory]
    [InlineData("NIK 3320010101900000", "3320010101900000")]
    [InlineData("nik: 3320 0145 0190 0000", "3320 0145 0190 0000")]
    [InlineData("332001-410190-0000 hp 081200003344", "332001-410190-0000")]
    [InlineData("33.20.01.010190.0000", "33.20.01.010190.0000")]
    public void A_nik_is_found_also_with_blanks_and_dots(string text, string found) => Finds(Nik, text, found);

    [Theory]
    [InlineData("Harganya 628.000.000 rupiah, dibayar 10.000.000")]
    [InlineData("buka 08.00-10.00 dan 20.30 sampai 02.00")]
    [InlineData("tanggal 08-12-2026 jam 10.30, lalu 09/12/2026")]
    [InlineData("pakai 62 orang, plat K 1234 AB, 0812 botol")]
    [InlineData("0 orang, 08 rumah, 1500 kardus, 12345678901234567890")]
    [InlineData("telepon 110 atau 119 atau 112")]
    public void Prices_dates_and_times_are_no_numbers_of_a_person(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Theory]
    [InlineData("kirim ke sri.lestari99@contoh.id ya", "sri.lestari99@contoh.id")]
    [InlineData("akun saya @bejo_77", "@bejo_77")]
    [InlineData("ig saya bejo_77", "bejo")]
    [InlineData("ada di t.me/bejo77 itu", "t.me/bejo77")]
    [InlineData("wa.me/6281200003344", "wa.me/6281200003344")]
    public void An_address_or_account_of_the_net_is_found(string text, string found) =>
        Assert.Contains(SelfDisclosure.Find(text), one => one.Kind == Account && one.In(text).StartsWith(found, StringComparison.Ordinal));

    [Theory]
    [InlineData("dijual @10000 per botol")]
    [InlineData("botolan @ 50rb")]
    public void A_price_with_an_at_sign_is_no_account(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Theory]
    [InlineData("nama saya Wagiman Ponco, mau lapor", "Wagiman Ponco")]
    [InlineData("Nama saya adalah Sri Lestari Handayani.", "Sri Lestari Handayani")]
    [InlineData("nama lengkap saya M. Khoirul Anam dari Bangsri", "M. Khoirul Anam")]
    [InlineData("Nama saya Suharti Melatiningrum, nomor saya lupa", "Suharti Melatiningrum")]
    [InlineData("nama saya suharti melatiningrum dari Kawak", "suharti melatiningrum")]
    [InlineData("Nama saya Mentari Dirgantara dari Kawak", "Mentari Dirgantara")]
    [InlineData("saya Suharti Dirgantara, warga Kawak", "Suharti Dirgantara")]
    [InlineData("nama saya suharti melihat ciu di warung", "suharti")]
    [InlineData("namaku bejo pak", "bejo")]
    [InlineData("nama sy slamet wiyono hp nya mati", "slamet wiyono")]
    [InlineData("NAMA SAYA WAGIMAN PONCO DARI BANGSRI MAU LAPOR SOAL CIU", "WAGIMAN PONCO")]
    [InlineData("Saya Sutrisno, warga Keling", "Sutrisno")]
    [InlineData("saya Siti Badriyah melihat truk itu", "Siti Badriyah")]
    [InlineData("halo pak saya Pak Darmo dari Keling", "Pak Darmo")]
    [InlineData("saya sutrisno dari keling", "sutrisno")]
    [InlineData("perkenalkan saya Joko Tingkir", "Joko Tingkir")]
    [InlineData("perkenalkan, nama saya Joko Tingkir", "Joko Tingkir")]
    [InlineData("Saya, Hartono, warga Keling", "Hartono")]
    [InlineData("pak ini dgn rudi hartono, tolong", "rudi hartono")]
    [InlineData("panggil saya Yanti", "Yanti")]
    [InlineData("saya (nama) Sutrisno", "Sutrisno")]
    [InlineData("Nama: Sutrisno\nLaporan: judi", "Sutrisno")]
    [InlineData("Mohon ditindak. Hormat saya, Sutrisno", "Sutrisno")]
    [InlineData("jenengku Wagiman", "Wagiman")]
    [InlineData("jeneng kulo wagiman saking keling", "wagiman")]
    [InlineData("asmaku Sri Rejeki", "Sri Rejeki")]
    [InlineData("kulo Wagiman, badhe lapor", "Wagiman")]
    [InlineData("My name is Peter Brown and I saw it", "Peter Brown")]
    [InlineData("hello i am Peter", "Peter")]
    [InlineData("I'm Peter Brown.", "Peter Brown")]
    public void The_writers_name_is_found(string text, string found) => Finds(Name, text, found);

    [Theory]
    [InlineData("tiap malam Jumat. hubungi saya 081200003344 Suharti", "Suharti")]
    [InlineData("bisa wa 0812-0000-3344 (Suharti)", "Suharti")]
    [InlineData("hub 081200003344 a.n. Mentari Dirgantara", "Mentari Dirgantara")]
    [InlineData("hub 081200003344 atas nama yolanda ya", "yolanda")]
    [InlineData("hp 0812 0000 3344 dengan bu Sulastri", "bu Sulastri")]
    [InlineData("tolong segera. Suharti 081200003344", "Suharti")]
    [InlineData("tolong segera\nSuharti, 081200003344", "Suharti")]
    public void A_name_beside_a_number_to_call_is_found(string text, string found) => Finds(Name, text, found);

    [Theory]
    [InlineData("Warung itu ramai tiap malam. Terima kasih. Suharti", "Suharti")]
    [InlineData("sekitar jam 2 pagi pak, lewat belakang. Suharti", "Suharti")]
    [InlineData("warung itu ramai tiap malam\nmatur nuwun\nSri Lestari", "Sri Lestari")]
    [InlineData("Warung itu ramai tiap malam. Terima kasih, Bu Sulastri.", "Bu Sulastri")]
    public void A_name_alone_at_the_end_is_a_signature(string text, string found) => Finds(Name, text, found);

    [Theory]
    [InlineData("bandarnya pakai 081200003344 untuk jualan")]
    [InlineData("pesan ke 081200003344 Rabu malam, dekat Pasar Bangsri")]
    [InlineData("Bandar 081200003344 antar ke rumah")]
    public void Beside_a_number_only_a_name_is_one(string text) =>
        Assert.DoesNotContain(SelfDisclosure.Find(text), one => one.Kind == Name);

    [Theory]
    [InlineData("Tiap malam ramai di warung. Di Bangsri")]
    [InlineData("Yang jual Joko. Tempatnya Keling")]
    [InlineData("Yang jual di sana itu namanya Joko")]
    [InlineData("Joko")]
    [InlineData("Ramai sekali tiap malam. Trims")]
    public void The_end_of_a_report_is_no_signature_for_its_place_alone(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Theory]
    [InlineData("nama saya jangan disebut ya")]
    [InlineData("Nama saya mohon dirahasiakan")]
    [InlineData("nama saya dicatut orang")]
    [InlineData("Saya Melihat mobil di depan pasar")]
    [InlineData("SAYA MELIHAT BANDAR SABU DI BANGSRI TADI MALAM")]
    [InlineData("Saya Melihat Ada Orang Jual Ciu Di Warung Pak Tarno Bangsri")]
    [InlineData("Saya Islam dan Saya WNI")]
    [InlineData("penjualnya bernama Tarno, nama panggilan Gendut")]
    [InlineData("nama penjual Tarno")]
    [InlineData("tetangga saya Tarno jual ciu")]
    [InlineData("Tolong saya Pak Camat")]
    [InlineData("saya warga Bangsri")]
    [InlineData("Saya Orang Jepara asli")]
    [InlineData("saya penduduk Keling, kulo tiyang Keling, kulo wong Bugel")]
    [InlineData("i am from Germany and i am afraid")]
    [InlineData("aku slamet, ora apa-apa")]
    [InlineData("kula badhe matur, kula ajrih sanget")]
    public void Everyday_sentences_hold_no_name(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Theory]
    [InlineData("rumah saya di Krasak RT 3, dekat masjid", "di Krasak RT 3")]
    [InlineData("rumah saya persis depan pos ronda", "depan pos ronda")]
    [InlineData("itu pas depan rumah saya pak", "depan rumah saya")]
    [InlineData("warung depan rumah saya no 7 itu", "depan rumah saya no 7 itu")]
    [InlineData("lewat depan rumah saya yang cat hijau. Tiap malam", "depan rumah saya yang cat hijau")]
    [InlineData("rumahku sing ijo pojok dewe", "rumahku sing ijo pojok dewe")]
    [InlineData("tonggo sebelah omahku", "sebelah omahku")]
    [InlineData("griya kulo wonten Keling", "wonten Keling")]
    [InlineData("alamat saya: Jl. Melati No. 7, RT 02", "Jl. Melati No. 7, RT 02")]
    [InlineData("saya tinggal di gang Melati nomor 7", "di gang Melati nomor 7")]
    [InlineData("RT 04/RW 02 No. 12", "RT 04/RW 02 No. 12")]
    [InlineData("rt4 rw2 rumah nomor 7a", "rt4 rw2 rumah nomor 7a")]
    [InlineData("no 7 RT 04 RW 02", "no 7 RT 04")]
    [InlineData("My house is next to the mosque", "next to the mosque")]
    public void Where_the_writer_lives_is_found(string text, string found) => Finds(Address, text, found);

    [Theory]
    [InlineData("rumah saya dilempari batu")]
    [InlineData("rumah saya yang dilempari batu kemarin")]
    [InlineData("di RT 04 RW 02 ada pesta miras")]
    [InlineData("kami tinggal di Keling, saya tinggal di Welahan")]
    [InlineData("warungnya di Jl. Melati No. 7")]
    [InlineData("rumahnya di ujung dusun dekat jembatan")]
    public void Other_places_are_no_address_of_the_writer(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Theory]
    [InlineData("saya bidan desa, banyak pasien mabuk", "bidan desa")]
    [InlineData("saya ketua RT 04 mau lapor", "ketua RT 04")]
    [InlineData("Saya Ketua RT 04 RW 02 di situ pak jadi saya tahu", "Ketua RT 04 RW 02 di situ")]
    [InlineData("saya pak rt 04 lapor", "pak rt 04")]
    [InlineData("saya ibu korban", "ibu korban")]
    [InlineData("Saya ibu dari korban. Tolong", "ibu dari korban")]
    [InlineData("sy istrinya, dia mabuk terus", "istrinya")]
    [InlineData("saya adik kandung pelaku", "adik kandung pelaku")]
    [InlineData("aku anak e.. maksudku aku anaknya penjual", "anaknya penjual")]
    [InlineData("kami keluarga korban minta tolong", "keluarga korban minta")]
    [InlineData("saya orang tua korban", "orang tua korban")]
    [InlineData("Saya guru ngaji di musala Al Huda melihat anak-anak ngelem", "guru ngaji di musala Al Huda")]
    [InlineData("Sebagai guru di SD 2 Bangsri saya prihatin", "guru di SD 2 Bangsri")]
    [InlineData("saya bekerja sebagai satpam di pabrik itu", "satpam di pabrik itu")]
    [InlineData("Saya tukang ledeng yang minggu lalu memasang pipanya.", "tukang ledeng yang minggu lalu memasang pipanya")]
    [InlineData("saya yang menemukan mayatnya", "yang menemukan mayatnya")]
    [InlineData("cuma saya yang tahu gudangnya", "cuma saya yang tahu gudangnya")]
    [InlineData("saya mantan istrinya", "mantan istrinya")]
    [InlineData("aku anake pak lurah", "anake pak lurah")]
    [InlineData("kulo RT mriki", "RT mriki")]
    [InlineData("saya pernah kerja di gudang itu", "di gudang itu")]
    [InlineData("saya saksi di TPS 05 disuruh diam", "saksi di TPS 05 disuruh diam")]
    [InlineData("saya pembantu di rumah bandarnya", "pembantu di rumah bandarnya")]
    [InlineData("saya petani yang sawahnya di belakang gudang", "petani yang sawahnya di belakang gudang")]
    [InlineData("kulo bidan dusun mriki", "bidan dusun mriki")]
    [InlineData("aku bapake korban", "bapake korban")]
    [InlineData("kulo niki modin, sampun matur pak kades", "modin")]
    [InlineData("aku sing njaga gudange", "sing njaga gudange")]
    [InlineData("I am the midwife here", "midwife here")]
    [InlineData("I'm the victim's mother", "victim's mother")]
    public void A_role_that_singles_the_writer_out_is_found(string text, string found) => Finds(Role, text, found);

    [Theory]
    [InlineData("aku santri, kancaku ngombe pil")]
    [InlineData("saya guru, saya takut")]
    [InlineData("saya petani di Bangsri")]
    [InlineData("kalau menurut saya, Tarno, tetangga kami, yang jual")]
    [InlineData("saya ibu rumah tangga biasa")]
    [InlineData("saya diancam ketua RT 04")]
    [InlineData("saya bukan ketua RT")]
    [InlineData("Sebagai warga kami malu")]
    [InlineData("warga kami guru di SD 2 semua")]
    [InlineData("Sebagai ketua RT, dia harusnya melarang")]
    [InlineData("dia bekerja sebagai satpam di pabrik")]
    [InlineData("adik saya guru di SD 2")]
    [InlineData("anak kulo santri ing pondok niku")]
    [InlineData("saya lapor ke ketua RT 04 tapi diam saja")]
    [InlineData("yang jual ketua RT 04")]
    [InlineData("bapak ibu tolong, anak saya hilang")]
    [InlineData("adik saya pecandu, suami saya pemakai")]
    [InlineData("saya tidak tahu siapa penjualnya")]
    [InlineData("sing jogo pak RT")]
    public void Roles_of_others_and_of_many_are_left_alone(string text) => Assert.Empty(SelfDisclosure.Find(text));

    [Fact]
    public void Everything_in_one_message_is_found_in_order_and_blanked_at_once()
    {
        const string text = "Saya Wagiman, ketua RT 03, hp 0812-0000-3344. Saya ketua RT 03. NIK 3320010101900000, wagiman@contoh.id";

        var found = SelfDisclosure.Find(text);

        Assert.Equal([Name, Phone, Role, Nik, Account], found.Select(one => one.Kind));
        Assert.Equal("Saya ▇▇▇, ketua RT 03, hp ▇▇▇. Saya ▇▇▇. NIK ▇▇▇, ▇▇▇", SelfDisclosure.Blank(text, found));
    }

    [Fact]
    public void Only_what_was_chosen_is_blanked()
    {
        const string text = "saya bidan desa, nomor penjualnya 081200003344";

        var role = SelfDisclosure.Find(text).Where(one => one.Kind == Role);

        Assert.Equal("saya ▇▇▇, nomor penjualnya 081200003344", SelfDisclosure.Blank(text, role));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Findings_are_in_order_and_apart_and_nothing_is_left_after_blanking(int seed)
    {
        string[] pieces =
        [
            "saya", "Saya", "nama saya", "aku", "kulo", "Wagiman", "sri lestari", "ketua RT 04", "bidan", "ibu", "korban", "guru di SD 2", "yang", "sebagai", "rumah saya", "di", "depan",
            "RT 04", "no 7", "0812-0000-3344", "+62", "812", "3320010101900000", "3320", "a@b.id", "@bejo", "ig", "hormat", "Nama:", ",", ".", "\n", "😀", "▇▇▇", "(", "i am the", "melihat",
            "kerja", "ini dgn", "anaknya", "pak", "Saya, Hartono,", "hanya saya yang tahu", "no", "rt", "alamat saya", "\ud83d", "my", "name", "address", "panggil", "nama",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var found = SelfDisclosure.Find(text);

            Assert.All(found, one => Assert.True(one.Start >= 0 && one.Length > 0 && one.End <= text.Length, text));
            Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, text));
            Assert.True(SelfDisclosure.Find(SelfDisclosure.Blank(text, found)).Count == 0, text);
        }
    }

    private static void Finds(DisclosureKind kind, string text, params string[] expected) =>
        Assert.Equal(expected, SelfDisclosure.Find(text).Where(one => one.Kind == kind).Select(one => one.In(text)));
}
