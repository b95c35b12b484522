using Kentongan.Domain.Places;

namespace Kentongan.Domain.Tests.Places;

/// <summary>All sentences are invented. The villages exist, the events do not.</summary>
public sealed class ResolveTests
{
    [Theory]
    [InlineData("ana wong mendem nang Srobyong", "33.20.07.2012")]
    [InlineData("WARUNG CIU DI DESA NGETUK BUKA LAGI", "33.20.12.2011")]
    [InlineData("tlg pak, raguklampitan rame orang mabuk", "33.20.05.2002")]
    public void An_exact_name_needs_no_kecamatan(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("judi dadu di teluk wetan", "33.20.03.2014")]
    [InlineData("judi dadu di telukwetan", "33.20.03.2014")]
    [InlineData("mabuk di ujungpandan", "33.20.03.2001")]
    [InlineData("sound horeg di Sengon Bugel", "33.20.04.2006")]
    [InlineData("ada miras di Guwoso Bokerto", "33.20.03.2003")]
    [InlineData("warung di tanggultlare", "33.20.01.2016")]
    public void Names_are_found_split_and_joined(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("balapan di Suwawal Timur", "33.20.15.2003")]
    [InlineData("balapan di Suwawal Wetan", "33.20.15.2003")]
    [InlineData("balapan di Suwawal Mlonggo", "33.20.07.2009")]
    [InlineData("tawuran di Bandungharjo", "33.20.16.2006")]
    [InlineData("tawuran di Jambu Timur", "33.20.07.2015")]
    [InlineData("tawuran di Mindahan Kidul", "33.20.05.2011")]
    [InlineData("tawuran di Mayong Selatan", "33.20.04.2018")]
    public void The_longer_name_wins_and_the_compass_may_be_translated(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("ada tawuran di Bangsri", "33.20.08")]
    [InlineData("judi di kecamatan Tahunan", "33.20.11")]
    [InlineData("oknum polsek Keling minta setoran", "33.20.09")]
    [InlineData("warung miras di daerah mayong", "33.20.04")]
    [InlineData("karaoke di pakisaji", "33.20.15")]
    [InlineData("perkelahian di kec. Karimun Jawa", "33.20.10")]
    [InlineData("ada ciu di mlongo", "33.20.07")]
    [InlineData("judi di desa Pecangaan", "33.20.02")]
    public void A_kecamatan_without_a_desa_leaves_the_desa_open(string text, string kecamatan) => FindsKecamatan(text, kecamatan);

    [Theory]
    [InlineData("ada tawuran di desa Bangsri", "33.20.08.2006")]
    [InlineData("petinggi Nalumsari mabuk", "33.20.12.2007")]
    [InlineData("miras di Welahan Welahan", "33.20.03.2006")]
    [InlineData("di ds. Batealit kec. Batealit ada judi", "33.20.05.2007")]
    public void Only_a_word_for_desa_makes_an_own_name_the_desa(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("mayong, desa pule, ada penyulingan arak", "33.20.04.2014")]
    [InlineData("di kecamatan kembang desa balong ada judi", "33.20.14.2010")]
    [InlineData("Gelang Keling ada yang jual pil", "33.20.09.2009")]
    [InlineData("warung di Panggung, Kec. Kedung", "33.20.01.2009")]
    [InlineData("eee itu di desa bandung ya pak ya yang mayong itu", "33.20.04.2015")]
    public void Desa_and_kecamatan_stand_in_either_order(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("tawuran di Plajan Mlonggo", "33.20.15.2006")]
    [InlineData("balapan di Tulakan, Keling", "33.20.16.2005")]
    [InlineData("warung ciu Purwogondo Pecangaan", "33.20.13.2006")]
    public void An_old_resident_may_name_the_kecamatan_from_which_his_was_split_off(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("tetangga saya sudah tahunan jualan")]
    [InlineData("dia bakalan rusuh nanti malam")]
    [InlineData("orangnya bawa parang")]
    [InlineData("minum dicampur lotion anti nyamuk")]
    [InlineData("tanggul jebol, kebun jambu rusak")]
    [InlineData("jualan ayam panggang tapi isinya miras")]
    [InlineData("mabuk di panggung dangdut")]
    [InlineData("pemuda bondo nekat")]
    [InlineData("kembang api dinyalakan tengah malam")]
    [InlineData("selagi masih sepi, tolong dirazia")]
    [InlineData("sebelah masjid pinggir kali")]
    [InlineData("RT 03 RW 02 gang buntu")]
    public void Everyday_words_are_no_places(string text) => FindsNothing(text);

    [Theory]
    [InlineData("ada miras di Tahunan", "33.20.11", null)]
    [InlineData("nang Balong ana sing dodol ciu", "33.20.14", "33.20.14.2010")]
    [InlineData("warga Parang Karimunjawa resah", "33.20.10", "33.20.10.2003")]
    [InlineData("bocah Tempur mabuk", "33.20.09", "33.20.09.2001")]
    [InlineData("balai desa Jebol dilempari", "33.20.04", "33.20.04.2007")]
    public void Everyday_words_are_places_beside_a_marker_or_their_kecamatan(string text, string kecamatan, string? desa)
    {
        var guess = Repository.Index.Resolve(text);

        Assert.Equal(new Place(new KecamatanCode(kecamatan), desa is null ? null : new DesaCode(desa)), guess.Candidates[0].Place);
        Assert.False(guess.MustAsk);
    }

    [Theory]
    [InlineData("kejadiannya di Sinanggul, bukan di Sekuro", "33.20.07.2010")]
    [InlineData("bukan Panggang tapi Panggung", "33.20.01.2009")]
    [InlineData("dudu Bugel, nang Kerso pak", "33.20.01.2015")]
    [InlineData("Suwawal Timur ya, beda sama Suwawal", "33.20.15.2003")]
    [InlineData("bukan Troso atau Ngeling, tapi di Krasak Pecangaan", "33.20.02.2012")]
    public void A_place_that_is_denied_does_not_count(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("warga Kerso mabuk di Menganti", "33.20.01.2014")]
    [InlineData("pemuda dari Bantrung tawuran di Srikandang", "33.20.08.2004")]
    [InlineData("wong Lebak Pakis Aji gelut nang Kepuk", "33.20.08.2002")]
    [InlineData("balap liar di Wedelan arah Jerukwangi", "33.20.08.2008")]
    [InlineData("keracunan di Daren, sekarang di Puskesmas Mayong", "33.20.12.2009")]
    public void What_happened_outweighs_home_origin_direction_and_hospital(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("ciu dari Mambak dijual di Sekuro", "33.20.07.2013", "33.20.15.2008")]
    [InlineData("warung di Langon jual arak kiriman dari Bategede", "33.20.11.2002", "33.20.12.2014")]
    [InlineData("pesta miras nang Kecapi, tukune nang Demangan", "33.20.11.2013", "33.20.11.2009")]
    public void Where_the_goods_came_from_is_a_second_place(string text, string desa, string supply)
    {
        Finds(text, desa);

        Assert.Equal(supply, Repository.Index.Resolve(text).SupplyPlace!.Desa!.Value.Value);
    }

    [Theory]
    [InlineData("ada kiriman arak dari Bandung di Kriyan", "33.20.13.2009")]
    [InlineData("orang Kudus jualan pil di Dorang", "33.20.12.2015")]
    [InlineData("bandar dari kota Semarang, transaksi di Sidigede", "33.20.03.2013")]
    public void Far_cities_are_origins_only(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("sengketa di Sumosari", "33.20.05.2006")]
    [InlineData("judi di Pelajan Pakis Aji", "33.20.15.2006")]
    [InlineData("mabuk nang mbategede", "33.20.12.2014")]
    [InlineData("warung di Troso Petjangaan", "33.20.02.2006")]
    [InlineData("pil koplo di Djerukwangi", "33.20.08.2010")]
    [InlineData("judi di kr. gondang mlonggo", "33.20.07.2014")]
    [InlineData("judi di kdgmalang", "33.20.01.2001")]
    public void Old_and_Javanese_spellings_are_understood(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("balapan di sinangul mlonggo", "33.20.07.2010")]
    [InlineData("ciu di desa panggng kedung", "33.20.01.2009")]
    [InlineData("judi di wedelen bangsri", "33.20.08.2008")]
    public void A_slip_is_believed_beside_its_kecamatan(string text, string desa) => Finds(text, desa);

    [Theory]
    [InlineData("tawuran di desa sinamggul", "33.20.07.2010")]
    [InlineData("balapan di desa wedelxn", "33.20.08.2008")]
    public void A_slip_alone_is_asked_back(string text, string desa) => Asks(text, desa);

    [Theory]
    [InlineData("warung di Panggang Kec. Kedung", "33.20.01.2009")]
    [InlineData("mabuk di ujung watu", "33.20.06.1010")]
    [InlineData("mabuk di ujung watu", "33.20.16.2003")]
    [InlineData("tawuran di Kepuk dan di Srobyong", "33.20.07.2012")]
    [InlineData("gelut nang perbatasan Bugo karo Batukali", "33.20.13.2001")]
    [InlineData("mabuk di perbatasan Daren-Pelang", "33.20.04.2005")]
    [InlineData("ada kiriman sabu dari Tubanan", "33.20.14.2009")]
    [InlineData("korban dirawat di puskesmas Batealit", "33.20.05")]
    [InlineData("warung pinggir jalan Bangsri Keling jual arak", "33.20.09")]
    [InlineData("wong Nalumsari ngombe ciu neng Gribig Kudus", "33.20.12")]
    [InlineData("ada judi di kota jepara", "33.20.06")]
    [InlineData("mabuk di dukuh Sekuro", "33.20.07.2013")]
    public void What_could_mean_two_places_is_asked_back(string text, string among) => Asks(text, among);

    [Theory]
    [InlineData("mau lapor orang jepara jualan miras")]
    [InlineData("kabupaten jepara")]
    [InlineData("kejadian di Kudus")]
    [InlineData("")]
    [InlineData("😀😀 !!!")]
    public void The_kabupaten_alone_and_places_elsewhere_are_no_answer(string text) => FindsNothing(text);

    [Fact]
    public void Two_desa_of_one_kecamatan_leave_only_the_desa_open() => FindsKecamatan("tawuran di Kepuk dan di Wedelan", "33.20.08");

    [Theory]
    [InlineData("judi di Sowan", "33.20.01")]
    [InlineData("judi di kalipucang", "33.20.03")]
    public void Half_a_name_still_gives_the_kecamatan(string text, string kecamatan) => FindsKecamatan(text, kecamatan);

    [Fact]
    public void A_fuzzy_guess_is_never_made_from_four_letters() => FindsNothing("mabuk di desa bogu");

    private static void Finds(string text, string desa)
    {
        var guess = Repository.Index.Resolve(text);

        Assert.NotEmpty(guess.Candidates);
        Assert.Equal(desa, guess.Candidates[0].Place.Desa?.Value);
        Assert.False(guess.MustAsk);
    }

    private static void FindsKecamatan(string text, string kecamatan)
    {
        var guess = Repository.Index.Resolve(text);

        Assert.Equal(new Place(new KecamatanCode(kecamatan), null), guess.Candidates[0].Place);
        Assert.False(guess.MustAsk);
    }

    private static void Asks(string text, string among)
    {
        var guess = Repository.Index.Resolve(text);

        Assert.True(guess.MustAsk);
        Assert.Contains(guess.Candidates, one => (one.Place.Desa?.Value ?? one.Place.Kecamatan.Value) == among);
    }

    private static void FindsNothing(string text)
    {
        var guess = Repository.Index.Resolve(text);

        Assert.Empty(guess.Candidates);
        Assert.True(guess.MustAsk);
    }
}
