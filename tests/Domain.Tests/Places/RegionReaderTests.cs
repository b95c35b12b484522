using Kentongan.Domain.Places;

namespace Kentongan.Domain.Tests.Places;

public sealed class RegionReaderTests
{
    private const string Good = """
        {
          "code": "99.01",
          "name": "Uji",
          "timeZone": "Asia/Makassar",
          "villageHeadTitle": "kepala desa",
          "emergencyNumbers": [{ "number": "112", "label": "Satu nomor", "from": "07:00", "to": "21:00" }],
          "kecamatan": [
            {
              "code": "99.01.01", "name": "Satu", "centre": { "latitude": -6.5, "longitude": 110.7 }, "neighbours": ["99.01.02"],
              "desa": [{ "code": "99.01.01.2001", "name": "Sari", "kind": "desa", "aliases": ["Krajan"] }]
            },
            {
              "code": "99.01.02", "name": "Dua", "centre": { "latitude": -6.6, "longitude": 110.7 }, "neighbours": ["99.01.01"],
              "parent": "99.01.01",
              "desa": [{ "code": "99.01.02.1001", "name": "Kota", "kind": "kelurahan" }]
            }
          ]
        }
        """;

    [Fact]
    public void Inhabitants_are_summed_only_where_every_kecamatan_has_them()
    {
        var one = Good.Replace("\"name\": \"Satu\"", "\"name\": \"Satu\", \"population\": 40000", StringComparison.Ordinal)
            .Replace("\"name\": \"Uji\"", "\"name\": \"Uji\", \"populationSource\": \"BPS, 2024\"", StringComparison.Ordinal);
        var both = one.Replace("\"name\": \"Dua\"", "\"name\": \"Dua\", \"population\": 2000", StringComparison.Ordinal);

        Assert.Equal((null, "BPS, 2024"), (RegionReader.Read("uji.json", one).Value.Population, RegionReader.Read("uji.json", one).Value.PopulationSource));
        Assert.Equal(42_000, RegionReader.Read("uji.json", both).Value.Population);
        Assert.Null(RegionReader.Read("uji.json", Good).Value.Kecamatan[0].Population);
    }

    [Fact]
    public void Jepara_is_complete()
    {
        var jepara = Repository.Jepara;
        var desa = jepara.Kecamatan.SelectMany(kecamatan => kecamatan.Desa).ToList();

        Assert.Equal(16, jepara.Kecamatan.Count);
        Assert.Equal(184, desa.Count(one => one.Kind == DesaKind.Desa));
        Assert.Equal(11, desa.Count(one => one.Kind == DesaKind.Kelurahan));
        Assert.Equal(("Asia/Jakarta", "petinggi"), (jepara.TimeZone, jepara.VillageHeadTitle));
        Assert.Equal(["110", "119", "112"], jepara.EmergencyNumbers.Select(one => one.Number));
    }

    [Theory]
    [InlineData("06:59", false)]
    [InlineData("07:00", true)]
    [InlineData("20:59", true)]
    [InlineData("21:00", false)]
    public void The_single_number_of_Jepara_sleeps_at_night(string local, bool answers)
    {
        var single = Repository.Jepara.EmergencyNumbers.Single(one => one.Number == "112");

        Assert.Equal(answers, single.AnswersAt(TimeOnly.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(Repository.Jepara.EmergencyNumbers[0].AnswersAt(TimeOnly.MinValue));
    }

    [Theory]
    [InlineData("\"name\": \"Uji\"", "\"nama\": \"Uji\"", "uji.json: unknown member \"nama\"; remove it or correct its spelling.")]
    [InlineData("\"code\": \"99.01\"", "\"code\": \"9901\"", "uji.json at code: write the ministry code of the kabupaten, such as \"33.20\".")]
    [InlineData("Asia/Makassar", "WITA",
        "uji.json at timeZone: unknown time zone \"WITA\"; use one of Asia/Jakarta, Asia/Pontianak, Asia/Makassar, Asia/Jayapura.")]
    [InlineData("\"latitude\": -6.5, \"longitude\": 110.7", "\"latitude\": 110.7, \"longitude\": -6.5",
        "uji.json at kecamatan[0].centre: write latitude (-11 to 6) and longitude (95 to 141); they may be swapped.")]
    [InlineData("\"kind\": \"kelurahan\"", "\"kind\": \"desa\"",
        "uji.json at kecamatan[1].desa[0].kind: kind and code disagree; a last block 1xxx is a kelurahan, 2xxx a desa.")]
    [InlineData("\"kind\": \"kelurahan\"", "\"kind\": \"kota\"", "uji.json at kecamatan[1].desa[0].kind: unknown kind \"kota\"; use desa or kelurahan.")]
    [InlineData("\"name\": \"Satu\"", "\"name\": \"Satu\", \"population\": 0", "uji.json at kecamatan[0].population: write the number of inhabitants, or leave it out.")]
    [InlineData("\"name\": \"Satu\"", "\"name\": \"Satu\", \"population\": 9", "uji.json at populationSource: write who counted the inhabitants and when, such as \"BPS, 2024\".")]
    [InlineData("99.01.01.2001", "99.01.02.2001",
        "uji.json at kecamatan[0].desa[0].code: 99.01.02.2001 is not of kecamatan 99.01.01; move the desa or correct the code.")]
    [InlineData("\"code\": \"99.01\"", "\"code\": \"99.02\"", "uji.json at kecamatan[0].code: 99.01.01 is not of kabupaten 99.02; correct the code.")]
    [InlineData("\"neighbours\": [\"99.01.01\"]", "\"neighbours\": []",
        "uji.json at kecamatan[0].neighbours[0]: 99.01.02 does not name 99.01.01 in return; add it there or remove it here.")]
    [InlineData("\"neighbours\": [\"99.01.01\"]", "\"neighbours\": [\"99.01.01\", \"99.01.07\"]",
        "uji.json at kecamatan[1].neighbours[1]: 99.01.07 is no other kecamatan of this file; correct or remove it.")]
    [InlineData("\"parent\": \"99.01.01\"", "\"parent\": \"99.01.02\"",
        "uji.json at kecamatan[1].parent: 99.01.02 is no other kecamatan of this file; correct or remove it.")]
    [InlineData("\"Krajan\"", "\"\"", "uji.json at kecamatan[0].desa[0].aliases[0]: write the other name, or remove the entry.")]
    [InlineData("\"from\": \"07:00\", ", "", "uji.json at emergencyNumbers[0].from: write both from and to, or neither for day and night.")]
    [InlineData("\"07:00\"", "\"7 pagi\"", "uji.json at emergencyNumbers[0].from: write the time as HH:mm.")]
    [InlineData("\"112\"", "\"satu\"", "uji.json at emergencyNumbers[0].number: write the number in plain digits.")]
    public void A_mistake_is_named_with_its_place_and_its_remedy(string part, string mistake, string error)
    {
        Assert.True(RegionReader.Read("uji.json", Good).Succeeded);
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var read = RegionReader.Read("uji.json", Good.Replace(part, mistake, StringComparison.Ordinal));

        Assert.False(read.Succeeded);
        Assert.Contains(error, read.Errors);
    }

    [Fact]
    public void A_null_in_a_list_is_named() =>
        Assert.Contains("uji.json at kecamatan[0]: null is no entry; remove it.", RegionReader.Read("uji.json", """{ "kecamatan": [null] }""").Errors);

    [Fact]
    public void All_errors_come_at_once()
    {
        var read = RegionReader.Read("uji.json", Good.Replace("\"kind\": ", "\"kind\": \"x", StringComparison.Ordinal)
            .Replace("\"x\"", "\"x", StringComparison.Ordinal));

        Assert.Equal(2, read.Errors.Count);
    }
}
