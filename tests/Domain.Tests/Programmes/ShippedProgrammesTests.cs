using Kentongan.Domain.Programmes;
using Kentongan.Domain.Tests.Places;

namespace Kentongan.Domain.Tests.Programmes;

public sealed class ShippedProgrammesTests
{
    // Code | lead in order of preference | support | copies | counts only | desa | priority | support sees
    private const string Taxonomy = """
        miras.korban_oplosan | psc-119 puskesmas kapolsek | kapolsek camat danramil puskesmas satreskrim | dinkes satpol-pp | | LocationOnly | P0 | Full
        miras.penjualan | camat satpol-pp | satpol-pp kapolsek danramil | | | AfterAction | P2 | Ringkas
        miras.produksi | kapolsek satpol-pp | satpol-pp camat danramil | satreskrim | | AfterAction | P1 | Ringkas
        miras.konsumsi | camat | kapolsek danramil | | | Yes | P2 | Full
        narkoba.rehabilitasi | konselor puskesmas dinkes | | | | No | P2 | Agregat
        narkoba.peredaran | satresnarkoba kapolsek | kapolsek | bnnk | camat danramil | No | P1 | Ringkas
        narkoba.pemakaian | kapolsek puskesmas | puskesmas satresnarkoba | camat | | No | P2 | Ringkas
        narkoba.obat_keras | satresnarkoba kapolsek | kapolsek | dinkes bpom dispendik | | No | P1 | Ringkas
        narkoba.produksi | satresnarkoba kapolsek | kapolsek | bnnk bpom | | No | P1 | Ringkas
        pemilu.politik_uang | bawaslu kapolsek | kapolsek | | | No | P1 | Ringkas
        pemilu.intimidasi | bawaslu kapolsek | kapolsek | danramil | | No | P1 | Full
        pemilu.logistik | kpu kapolsek | kapolsek danramil | bawaslu | | No | P1 | Full
        pemilu.gangguan_tps | kapolsek bawaslu | bawaslu camat danramil | kpu | | Yes | P1 | Full
        pemilu.hoaks_sara | bawaslu diskominfo kapolsek | diskominfo | satreskrim kesbangpol | | No | P2 | Full
        pemilu.perusakan_apk | bawaslu satpol-pp kapolsek | kapolsek | satpol-pp | | No | P2 | Full
        pemilu.netralitas | bawaslu koordinator | | bkpsdm inspektorat | | No | P2 | Full
        trantibum.tawuran | kapolsek | camat danramil | dispendik satpol-pp | | Yes | P1 | Full
        trantibum.antarwarga | camat | kapolsek danramil | | | Yes | P2 | Full
        trantibum.warga_perusahaan | camat kesbangpol | kesbangpol kapolsek danramil | bpn disbun dlh disnaker | | Yes | P1 | Full
        trantibum.warga_alam | camat bpbd | bpbd kapolsek danramil | bksda damkar puskesmas | | Yes | P2 | Full
        trantibum.sara | kesbangpol camat | camat kapolsek danramil | fkub | | Yes | P1 | Full
        trantibum.premanisme | kapolsek | | saber-pungli | | No | P2 | Full
        trantibum.perjudian | kapolsek | camat | | | No | P2 | Ringkas
        trantibum.balap_liar | kapolsek | satlantas camat | | | Yes | P2 | Full
        trantibum.hiburan_malam | camat satpol-pp | satpol-pp kapolsek | dpmptsp | | No | P2 | Ringkas
        trantibum.petasan | kapolsek | | satpol-pp damkar | | Yes | P1 | Full
        trantibum.ketertiban_lain | satpol-pp camat | camat | | | Yes | P3 | Full
        lainnya.kriminal_umum | kapolsek | unit-ppa uptd-ppa | | | No | P1 | Ringkas
        lainnya.layanan_publik | koordinator | | | | No | P3 | Full
        lainnya.informasi | koordinator | | | | No | P3 | Full
        """;

    private static readonly IReadOnlyList<Subcategory> Kinds =
        [.. Repository.Catalogue.Categories.SelectMany(category => category.Subcategories)];

    [Fact]
    public void The_whole_taxonomy_routes_as_the_table_says()
    {
        var actual = Kinds.Select(kind => string.Join(" | ",
            kind.Code, Join(kind.Lead), Join(kind.Support), Join(kind.Copies), Join(kind.CountsOnly),
            kind.VillageHeadSees, kind.Priority, kind.SupportSees).Replace("|  |", "| |", StringComparison.Ordinal));

        Assert.Equal(Taxonomy.ReplaceLineEndings("\n").Split('\n').Select(Squeeze), actual.Select(Squeeze));
    }

    [Fact]
    public void The_menu_shows_liquor_first_and_the_rest_last()
    {
        var codes = Repository.Catalogue.Categories.Select(category => category.Code);

        Assert.Equal(["miras", "narkoba", "pemilu", "trantibum", "lainnya"], codes);
    }

    [Fact]
    public void Elections_come_from_two_programmes_as_one_category()
    {
        Assert.Equal("mantap-brata", Repository.Catalogue.ProgrammeOf("pemilu.logistik")!.Code);
        Assert.Equal("netralitas-asn", Repository.Catalogue.ProgrammeOf("pemilu.netralitas")!.Code);
        Assert.Equal(7, Repository.Catalogue.FindCategory("pemilu")!.Subcategories.Count);
    }

    [Fact]
    public void Every_election_report_has_seven_days()
    {
        Assert.All(Kinds, kind => Assert.Equal(kind.CategoryCode == "pemilu" ? 7 : null, kind.LegalDeadlineDays));
    }

    [Fact]
    public void Only_neutrality_concerns_an_official_by_nature_and_only_rehabilitation_is_help()
    {
        Assert.Equal(["pemilu.netralitas"], Kinds.Where(kind => kind.ConcernsOfficialByNature).Select(kind => kind.Code));
        Assert.Equal(["narkoba.rehabilitasi"], Kinds.Where(kind => kind.IsHelp).Select(kind => kind.Code));
    }

    [Fact]
    public void No_police_army_kecamatan_or_coordinator_stands_near_a_request_for_help()
    {
        var help = Repository.Catalogue.Find("narkoba.rehabilitasi")!;

        Assert.All(help.Lead.Concat(help.Support).Concat(help.Copies).Concat(help.CountsOnly),
            seat => Assert.Contains(seat, KnownSeats.Counsellors));
    }

    [Fact]
    public void Danramil_never_leads() => Assert.All(Kinds, kind => Assert.DoesNotContain(Domain.Rosters.Seat.Danramil, kind.Lead));

    [Fact]
    public void A_kabupaten_without_agencies_still_has_somebody_to_lead()
    {
        Assert.All(Kinds.Where(kind => !kind.IsHelp),
            kind => Assert.Contains(kind.Lead, seat => seat.IsTriad || seat == Domain.Rosters.Seat.Koordinator));
    }

    [Fact]
    public void Texts_for_a_person_in_danger_never_send_him_to_a_number_that_sleeps()
    {
        var texts = Kinds.SelectMany(kind => new[] { kind.Emergency, kind.Advice }).OfType<Words>()
            .SelectMany(words => new[] { words.Id, words.Jv, words.En }).OfType<string>();

        Assert.All(texts, text => Assert.DoesNotContain("112", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_may_be_poisoned_is_sent_to_hospital_before_any_question()
    {
        var emergency = Repository.Catalogue.Find("miras.korban_oplosan")!.Emergency!;

        Assert.Contains("IGD rumah sakit SEKARANG", emergency.Id, StringComparison.Ordinal);
        Assert.Contains("aja dipeksa mutah", emergency.Jv!, StringComparison.Ordinal);
        Assert.Contains("emergency room NOW", emergency.En!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_label_exists_in_three_languages()
    {
        Assert.All(Kinds, kind => Assert.True(kind.Label is { Jv: not null, En: not null }, kind.Code));
    }

    [Theory]
    [InlineData("cipta-kondisi-ramadhan", PeriodKind.Ramadhan, 14, 7)]
    [InlineData("mantap-brata", PeriodKind.Dates, 0, 0)]
    public void Two_programmes_are_operations(string code, PeriodKind kind, int before, int after)
    {
        var operation = Repository.Catalogue.Programmes.Single(programme => programme.Code == code).Operation;

        Assert.Equal(new OperationPeriod(kind, null, null, before, after), operation);
    }

    [Theory]
    [InlineData("kampung-tangguh")]
    [InlineData("netralitas-asn")]
    [InlineData("kita-aman")]
    public void The_others_are_always_as_they_are(string code) =>
        Assert.Null(Repository.Catalogue.Programmes.Single(programme => programme.Code == code).Operation);

    private static string Join(IEnumerable<Domain.Rosters.Seat> seats) => string.Join(' ', seats);

    private static string Squeeze(string line) => string.Join('|', line.Split('|').Select(cell => cell.Trim()));
}
