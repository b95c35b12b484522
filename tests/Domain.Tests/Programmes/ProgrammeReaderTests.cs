using Kentongan.Domain.Programmes;
using Kentongan.Domain.Tests.Places;

namespace Kentongan.Domain.Tests.Programmes;

public sealed class ProgrammeReaderTests
{
    private const string Good = """
        {
          "code": "uji",
          "name": { "id": "Uji" },
          "operation": { "kind": "dates", "from": "2026-02-01", "to": "2026-02-28" },
          "categories": [
            {
              "code": "miras",
              "label": { "id": "Miras" },
              "icon": "x",
              "subcategories": [
                {
                  "code": "miras.penjualan",
                  "label": { "id": "Penjualan" },
                  "priority": "P2",
                  "lead": ["camat"],
                  "support": ["kapolsek"],
                  "supportSees": "full",
                  "villageHeadSees": "afterAction",
                  "uplifts": [{ "words": ["pingsan"], "to": "P0" }],
                  "emergency": { "id": "Telepon 110 atau 119." }
                }
              ]
            }
          ]
        }
        """;

    [Fact]
    public void What_is_left_out_has_its_quiet_default()
    {
        var read = ProgrammeReader.Read("uji.json", Good);

        Assert.True(read.Succeeded);
        var kind = read.Value.Categories[0].Subcategories[0];
        Assert.Empty(kind.Copies);
        Assert.Empty(kind.CountsOnly);
        Assert.False(kind.IsHelp || kind.ConcernsOfficialByNature || kind.EvidenceToClose || kind.Uplifts[0].OnlyHappeningNow);
        Assert.Null(kind.LegalDeadlineDays);
        Assert.Equal(new OperationPeriod(PeriodKind.Dates, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), 0, 0), read.Value.Operation);
    }

    [Theory]
    [InlineData("\"code\": \"uji\"", "\"kode\": \"uji\"", "uji.json: unknown member \"kode\"; remove it or correct its spelling.")]
    [InlineData("\"icon\": \"x\"", "\"ikon\": \"x\"", "uji.json at categories[0]: unknown member \"ikon\"; remove it or correct its spelling.")]
    [InlineData("\"icon\": \"x\"", "\"icon\": \"x\", \"icon\": \"y\"", "uji.json at categories[0].icon: member \"icon\" stands there twice; keep one.")]
    [InlineData("\"icon\": \"x\"", "\"icon\": 7",
        "uji.json at categories[0].icon: the value is of the wrong kind; the README beside the file shows what belongs there.")]
    [InlineData("\"icon\": \"x\",", "\"icon\": \"x\"", "uji.json: not valid JSON at line 10; check commas, quotes and brackets there.")]
    [InlineData("\"icon\": \"x\"", "\"icon\": \"\"", "uji.json at categories[0].icon: write one emoji.")]
    [InlineData("\"code\": \"uji\"", "\"code\": \"lain\"", "uji.json at code: \"lain\" is not the file's name; write \"uji\" or rename the file.")]
    [InlineData("\"code\": \"uji\",", "",
        "uji.json at code: write the file name without its ending, in lower case with hyphens.")]
    [InlineData("\"code\": \"miras\"", "\"code\": \"Miras!\"", "uji.json at categories[0].code: write one lower-case word, such as \"miras\".")]
    [InlineData("\"miras.penjualan\"", "\"penjualan\"",
        "uji.json at categories[0].subcategories[0].code: write category.kind, such as \"miras.penjualan\".")]
    [InlineData("{ \"id\": \"Uji\" }", "{ \"en\": \"Test\" }",
        "uji.json at name.id: write the Indonesian text; the other languages fall back to it.")]
    [InlineData("\"lead\": [\"camat\"]", "\"lead\": [\"kapolse\"]",
        "uji.json at categories[0].subcategories[0].lead[0]: unknown seat \"kapolse\"; use one of camat, kapolsek, danramil, koordinator, ")]
    [InlineData("\"lead\": [\"camat\"]", "\"lead\": []", "uji.json at categories[0].subcategories[0].lead: name at least one seat that leads.")]
    [InlineData("\"lead\": [\"camat\"]", "\"lead\": [\"danramil\"]",
        "uji.json at categories[0].subcategories[0].lead: danramil never leads; move it to support or copies.")]
    [InlineData("\"support\": [\"kapolsek\"]", "\"support\": [\"polisi\"]", "uji.json at categories[0].subcategories[0].support[0]: unknown seat \"polisi\"; ")]
    [InlineData("\"support\": [\"kapolsek\"]", "\"support\": [], \"countsOnly\": [\"camat\"]",
        "uji.json at categories[0].subcategories[0].countsOnly: a seat gets counts only and also the report; name it in one place.")]
    [InlineData("\"support\": [\"kapolsek\"]", "\"isHelp\": true",
        "uji.json at categories[0].subcategories[0].isHelp: a request for help goes to counsellors only; name none but konselor, puskesmas, dinkes.")]
    [InlineData("\"priority\": \"P2\"", "\"priority\": \"S2\"",
        "uji.json at categories[0].subcategories[0].priority: unknown priority \"S2\"; use one of P0, P1, P2, P3.")]
    [InlineData("\"to\": \"P0\"", "\"to\": \"P2\"",
        "uji.json at categories[0].subcategories[0].uplifts[0].to: P2 is no more urgent than the default P2; use a lower number.")]
    [InlineData("[\"pingsan\"]", "[]", "uji.json at categories[0].subcategories[0].uplifts[0].words: list at least one word.")]
    [InlineData("[\"pingsan\"]", "[\" \"]", "uji.json at categories[0].subcategories[0].uplifts[0].words[0]: write the word, or remove the entry.")]
    [InlineData("\"supportSees\": \"full\"", "\"supportSees\": \"semua\"",
        "uji.json at categories[0].subcategories[0].supportSees: unknown tier \"semua\"; use one of agregat, ringkas, full.")]
    [InlineData("\"afterAction\"", "\"nanti\"",
        "uji.json at categories[0].subcategories[0].villageHeadSees: unknown value \"nanti\"; use one of no, afterAction, locationOnly, yes.")]
    [InlineData("110 atau 119", "112", "uji.json at categories[0].subcategories[0].emergency.id: name both 110 and 119.")]
    [InlineData("\"id\": \"Penjualan\"", "\"id\": \"Penjualan minuman keras di warung\"",
        "uji.json at categories[0].subcategories[0].label.id: the label is too long for a button; use at most 28 characters.")]
    [InlineData("\"miras.penjualan\"", "\"narkoba.penjualan\"",
        "uji.json at categories[0].subcategories[0]: code \"narkoba.penjualan\" is not of this category; write miras.something.")]
    [InlineData("\"kind\": \"dates\"", "\"kind\": \"lebaran\"", "uji.json at operation.kind: unknown kind \"lebaran\"; use one of always, dates, ramadhan.")]
    [InlineData("\"kind\": \"dates\"", "\"kind\": \"always\"", "uji.json at operation.from: only kind \"dates\" has dates; remove from and to.")]
    [InlineData("\"2026-02-28\"", "\"2026-01-28\"", "uji.json at operation.to: the operation ends before it starts; swap from and to.")]
    [InlineData("\"2026-02-28\"", "\"28-02-2026\"", "uji.json at operation.to: write the date as yyyy-MM-dd.")]
    [InlineData(", \"to\": \"2026-02-28\"", "", "uji.json at operation.from: write both from and to, or neither while no date is set.")]
    public void A_mistake_is_named_with_its_place_and_its_remedy(string part, string mistake, string error)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var read = ProgrammeReader.Read("uji.json", Good.Replace(part, mistake, StringComparison.Ordinal));

        Assert.False(read.Succeeded);
        Assert.Contains(read.Errors, found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null", "uji.json: the file holds null; write one JSON object.")]
    [InlineData("""{ "categories": [null] }""", "uji.json at categories[0]: null is no entry; remove it.")]
    [InlineData("{}", "uji.json at categories: list at least one category.")]
    public void An_empty_file_is_no_programme(string json, string error) => Assert.Contains(error, ProgrammeReader.Read("uji.json", json).Errors);

    [Fact]
    public void A_kind_twice_in_one_file_is_refused()
    {
        var start = Good.IndexOf('{', Good.IndexOf("subcategories", StringComparison.Ordinal));
        var end = Good.IndexOf(']', Good.IndexOf("119", StringComparison.Ordinal));

        var read = ProgrammeReader.Read("uji.json", Good.Insert(start, Good[start..end] + ","));

        Assert.Equal(["uji.json at categories[0].subcategories[1].code: \"miras.penjualan\" stands there twice; keep one."], read.Errors);
    }

    [Fact]
    public void Two_programmes_that_disagree_make_no_catalogue()
    {
        var one = Repository.Catalogue.Programmes.Single(programme => programme.Code == "netralitas-asn");
        var other = one with { Code = "lain", Categories = [one.Categories[0] with { Label = new Words("Pilkada") }] };

        var read = ProgrammeCatalogue.Build([one, other, one]);

        Assert.Equal(
            ["lain: category \"pemilu\" differs from netralitas-asn in label, icon or menu order; write the same in both.",
                "lain: \"pemilu.netralitas\" is also in netralitas-asn; keep it in one programme.",
                "netralitas-asn: two programmes have this code; rename one.",
                "netralitas-asn: \"pemilu.netralitas\" is also in netralitas-asn; keep it in one programme."],
            read.Errors);
    }
}
