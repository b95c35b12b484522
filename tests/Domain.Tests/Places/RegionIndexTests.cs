using Kentongan.Domain.Places;

namespace Kentongan.Domain.Tests.Places;

public sealed class RegionIndexTests
{
    private static readonly RegionIndex Index = Repository.Index;
    private static readonly KecamatanCode Karimunjawa = new("33.20.10");
    private static readonly KecamatanCode Bangsri = new("33.20.08");

    [Fact]
    public void Codes_are_found_or_not()
    {
        Assert.Equal("Bangsri", Index.Find(Bangsri)!.Name);
        Assert.Equal("Troso", Index.Find(new DesaCode("33.20.02.2006"))!.Name);
        Assert.Null(Index.Find(new KecamatanCode("33.20.99")));
        Assert.Null(Index.Find(new DesaCode("33.20.07.2002"))); // a gap in the codes
    }

    [Fact]
    public void Neighbours_come_nearest_first_and_an_island_has_none()
    {
        var distances = Index.NeighboursOf(Bangsri).Select(next => next.Centre.MetresTo(Index.Find(Bangsri)!.Centre)).ToList();

        Assert.Equal(["33.20.07", "33.20.14", "33.20.15"], Index.NeighboursOf(Bangsri).Select(next => next.Code.Value).Order());
        Assert.Equal(distances.Order(), distances);
        Assert.Empty(Index.NeighboursOf(Karimunjawa));
    }

    [Theory]
    [InlineData(-6.53, 110.78, "33.20.08")] // the centre of Bangsri
    [InlineData(-5.80, 110.19, "33.20.10")] // an outer island, 27 km from the centre of its kecamatan
    [InlineData(-6.81, 110.84, "33.20.12")]
    [InlineData(-6.97, 110.42, null)] // Semarang
    [InlineData(-6.20, 110.60, null)] // open sea between the mainland and the islands
    [InlineData(0, 0, null)]
    public void Without_boundaries_the_nearest_centre_within_reason_decides(double latitude, double longitude, string? kecamatan)
    {
        var located = Index.Locate(new Coordinates(latitude, longitude));

        Assert.Equal(kecamatan is null ? null : new PinnedPlace(new Place(new KecamatanCode(kecamatan), null), true), located);
    }

    [Fact]
    public void Halfway_between_two_centres_both_kecamatan_are_within_reach()
    {
        var (one, other) = (Index.Find(Bangsri)!.Centre, Index.Find(new KecamatanCode("33.20.14"))!.Centre);
        var between = new Coordinates((one.Latitude + other.Latitude) / 2, (one.Longitude + other.Longitude) / 2);

        Assert.Equal(["33.20.08", "33.20.14"], Index.WithinMetres(between, 500).Select(code => code.Value).Order());
        Assert.Equal([Bangsri], Index.WithinMetres(one, 500));
        Assert.Empty(Index.WithinMetres(new Coordinates(0, 0), 500));
    }

    [Theory]
    [InlineData("bang", "33.20.08")]
    [InlineData("desa trosso", "33.20.02.2006")]
    [InlineData("kunir keling", "33.20.09.2003")]
    [InlineData("teluk a", "33.20.11.2008")]
    [InlineData("pakisaji", "33.20.15")]
    [InlineData("KARANGRANDU", "33.20.02.2002")]
    public void Typing_a_name_offers_it_first(string typed, string code) => Assert.Equal(code, Code(Index.Search(typed)[0]));

    [Theory]
    [InlineData("ujungwatu", "33.20.06.1010")]
    [InlineData("suwawal", "33.20.15.2003")]
    [InlineData("bugl", "33.20.01.2012")]
    [InlineData("panggong", "33.20.06.1006")]
    [InlineData("bangsri", "33.20.08.2006")]
    public void What_is_easily_mistaken_for_it_is_offered_too(string typed, string code) =>
        Assert.Contains(code, Index.Search(typed).Select(Code));

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("qqqqq")]
    [InlineData("desa")]
    public void Too_little_or_nothing_known_offers_nothing(string typed) => Assert.Empty(Index.Search(typed));

    [Fact]
    public void At_most_six_are_offered_best_first()
    {
        var offered = Index.Search("ka");

        Assert.Equal(6, offered.Count);
        Assert.Equal(offered.OrderByDescending(one => one.Score), offered);
    }

    [Fact]
    public void Every_name_of_the_kabupaten_finds_itself()
    {
        foreach (var kecamatan in Repository.Jepara.Kecamatan)
        {
            foreach (var desa in kecamatan.Desa)
            {
                var guess = Index.Resolve($"kejadian di desa {desa.Name}, kec. {kecamatan.Name}");

                Assert.Equal(new Place(kecamatan.Code, desa.Code), guess.Candidates[0].Place);
                Assert.False(guess.MustAsk, desa.Name);
            }
        }
    }

    private static string Code(PlaceCandidate found) => found.Place.Desa?.Value ?? found.Place.Kecamatan.Value;
}
