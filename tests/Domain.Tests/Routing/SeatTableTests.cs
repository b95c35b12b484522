using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Domain.Tests.Places;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Routing;

/// <summary>
/// Who gets what, kind by kind, where every seat is held: the table of domain.md 3 written by hand as policy 1.1 and 3 route it. A change of a
/// programme shows here as a row that is wrong.
/// </summary>
public sealed class SeatTableTests
{
    // Code, usual priority | lead | supports below P0 | is told below P0 | supports at P0 | is told at P0. At P3 whoever supports is asked at level 1.
    private const string Table = """
        miras.korban_oplosan P0       | psc-119       | kapolsek camat danramil puskesmas satreskrim | dinkes satpol-pp         | kapolsek camat danramil puskesmas satreskrim | dinkes satpol-pp koordinator piket polres
        miras.produksi P1             | kapolsek      | satpol-pp camat danramil        | satreskrim               | satpol-pp camat danramil            | satreskrim koordinator piket polres
        miras.penjualan P2            | camat         | satpol-pp kapolsek danramil     |                          | satpol-pp kapolsek danramil         | koordinator piket polres
        miras.konsumsi P2             | camat         | kapolsek danramil               |                          | kapolsek danramil                   | koordinator piket polres
        narkoba.peredaran P1          | satresnarkoba | kapolsek                        | bnnk                     | kapolsek camat danramil             | bnnk koordinator piket polres
        narkoba.produksi P1           | satresnarkoba | kapolsek                        | bnnk bpom                | kapolsek camat danramil             | bnnk bpom koordinator piket polres
        narkoba.obat_keras P1         | satresnarkoba | kapolsek                        | dinkes bpom dispendik    | kapolsek camat danramil             | dinkes bpom dispendik koordinator piket polres
        narkoba.pemakaian P2          | kapolsek      | puskesmas satresnarkoba         | camat                    | puskesmas satresnarkoba camat danramil | koordinator piket polres
        pemilu.politik_uang P1        | bawaslu       | kapolsek                        |                          | kapolsek camat danramil             | koordinator piket polres
        pemilu.intimidasi P1          | bawaslu       | kapolsek                        | danramil                 | kapolsek camat danramil             | koordinator piket polres
        pemilu.logistik P1            | kpu           | kapolsek danramil               | bawaslu                  | kapolsek danramil camat             | bawaslu koordinator piket polres
        pemilu.gangguan_tps P1        | kapolsek      | bawaslu camat danramil          | kpu                      | bawaslu camat danramil              | kpu koordinator piket polres
        pemilu.hoaks_sara P2          | bawaslu       | diskominfo kapolsek             | satreskrim kesbangpol    | diskominfo kapolsek camat danramil  | satreskrim kesbangpol koordinator piket polres
        pemilu.perusakan_apk P2       | bawaslu       | kapolsek                        | satpol-pp                | satpol-pp kapolsek camat danramil   | koordinator piket polres
        pemilu.netralitas P2          | bawaslu       |                                 | bkpsdm inspektorat       | koordinator camat kapolsek danramil | bkpsdm inspektorat piket polres
        trantibum.warga_perusahaan P1 | camat         | kesbangpol kapolsek danramil    | bpn disbun dlh disnaker  | kesbangpol kapolsek danramil        | bpn disbun dlh disnaker koordinator piket polres
        trantibum.antarwarga P2       | camat         | kapolsek danramil               |                          | kapolsek danramil                   | koordinator piket polres
        trantibum.warga_alam P2       | camat         | bpbd kapolsek danramil          | bksda damkar puskesmas   | bpbd kapolsek danramil              | bksda damkar puskesmas koordinator piket polres
        trantibum.sara P1             | kesbangpol    | camat kapolsek danramil         | fkub                     | camat kapolsek danramil             | fkub koordinator piket polres
        trantibum.tawuran P1          | kapolsek      | camat danramil                  | dispendik satpol-pp      | camat danramil                      | dispendik satpol-pp koordinator piket polres
        trantibum.premanisme P2       | kapolsek      |                                 | saber-pungli             | camat danramil                      | saber-pungli koordinator piket polres
        trantibum.perjudian P2        | kapolsek      | camat                           |                          | camat danramil                      | koordinator piket polres
        trantibum.balap_liar P2       | kapolsek      | satlantas camat                 |                          | satlantas camat danramil            | koordinator piket polres
        trantibum.hiburan_malam P2    | camat         | satpol-pp kapolsek              | dpmptsp                  | satpol-pp kapolsek danramil         | dpmptsp koordinator piket polres
        trantibum.petasan P1          | kapolsek      |                                 | satpol-pp damkar         | camat danramil                      | satpol-pp damkar koordinator piket polres
        trantibum.ketertiban_lain P3  | satpol-pp     | camat                           |                          | camat kapolsek danramil             | koordinator piket polres
        lainnya.kriminal_umum P1      | kapolsek      | unit-ppa uptd-ppa               |                          | unit-ppa uptd-ppa camat danramil    | koordinator piket polres
        lainnya.layanan_publik P3     | koordinator   |                                 |                          | camat kapolsek danramil             | piket polres
        lainnya.informasi P3          | koordinator   |                                 |                          | camat kapolsek danramil             | piket polres
        """;

    private static readonly Dictionary<string, string[]> Rows = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[0].Split(' ')[0]);

    /// <summary>Every seat that any row names, and those that no row may name.</summary>
    private static readonly Roster Everybody = Staff.Of(string.Join(' ', Rows.Values
        .SelectMany(cells => cells.Skip(1)).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Concat(["auditor", "konselor", "pimpinan", "sipropam", "dpmd", "psc-119"]).Distinct()));

    public static TheoryData<string, Priority> Cells => [.. from code in Rows.Keys from priority in Enum.GetValues<Priority>() select (code, priority)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_kind_goes_to_the_seats_of_its_row(string code, Priority priority)
    {
        var row = Rows[code];
        var plan = Router.Plan(Given.New(priority), Repository.Catalogue.Find(code)!, Given.Here, Everybody, cleared: false);

        Assert.Null(plan.ScreeningReason);
        Assert.Equal(Sorted(row[1]), Held(plan, Part.Lead));
        Assert.Equal(Sorted(row[priority == Priority.P0 ? 4 : 2]), Held(plan, Part.Support));
        Assert.Equal(Sorted(row[priority == Priority.P0 ? 5 : 3]), Held(plan, Part.Copy));
        Assert.All(plan.Assignments, assignment => Assert.Equal(priority != Priority.P3 || assignment.Part != Part.Support, assignment.Now)); // nobody here is a deputy
    }

    [Fact]
    public void Every_kind_of_every_programme_has_a_row_but_help_which_no_report_reaches()
    {
        var kinds = Repository.Catalogue.Categories.SelectMany(category => category.Subcategories).ToList();

        Assert.Equal(kinds.Where(kind => !kind.IsHelp).Select(kind => $"{kind.Code} {kind.Priority}").Order(), Rows.Values.Select(cells => cells[0]).Order());
        Assert.Equal(["narkoba.rehabilitasi"], kinds.Where(kind => kind.IsHelp).Select(kind => kind.Code)); // counsellors only (policy 5.7)
    }

    [Fact]
    public void Danramil_never_leads()
    {
        Assert.DoesNotContain(Rows.Values, cells => cells[1] == "danramil"); // policy 1.1
    }

    private static string Held(RoutingPlan plan, Part part) =>
        string.Join(' ', plan.Assignments.Where(assignment => assignment.Part == part).Select(assignment => assignment.Seat.Code).Order(StringComparer.Ordinal));

    private static string Sorted(string seats) => string.Join(' ', seats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
