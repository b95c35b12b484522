using Kentongan.Domain.Help;
using Kentongan.Domain.Tests.Places;

namespace Kentongan.Domain.Tests.Help;

public sealed class HelpDirectoryReaderTests
{
    [Fact]
    public void The_shipped_directory_is_read_and_says_that_nothing_in_it_was_verified()
    {
        var read = HelpDirectoryReader.Read("33.20.help.json", File.ReadAllText(Path.Combine(Repository.Root, "regions", "33.20.help.json")));

        Assert.Empty(read.Errors);
        Assert.NotEmpty(read.Value.Places);
        Assert.All(read.Value.Places, place => Assert.Null(place.VerifiedOn));
    }

    [Theory]
    [InlineData("""{"kabupaten":"33.20","places":[{"name":"","type":"ipwl","services":"x"}]}""", "f.json at places[0].name: write the name, in at most 60 letters.")]
    [InlineData("""{"kabupaten":"33.20","places":[{"name":"A","type":"klinik","services":"x"}]}""", "f.json at places[0].type: use one of ipwl, rumah-sakit, puskesmas, lembaga, bnnp, telepon.")]
    [InlineData("""{"kabupaten":"33.20","places":[{"name":"A","type":"ipwl"}]}""", "f.json at places[0].services: write what is done there, in at most 200 letters.")]
    [InlineData("""{"kabupaten":"33.20","places":[{"name":"A","type":"ipwl","services":"x","number":"nol"}]}""", "f.json at places[0].number: write the number in digits and blanks, or leave it out.")]
    [InlineData("""{"kabupaten":"33.20","places":[{"name":"A","type":"ipwl","services":"x","verifiedOn":"kemarin"}]}""", "f.json at places[0].verifiedOn: write the day as yyyy-MM-dd, or leave it out until somebody has verified the entry.")]
    [InlineData("""{"kabupaten":"Jepara","places":[]}""", "f.json at kabupaten: write the ministry code of the kabupaten, such as \"33.20\".")]
    [InlineData("""{"kabupaten":"33.20","places":[{"nama":"A"}]}""", "f.json at places[0]: unknown member \"nama\"; remove it or correct its spelling.")]
    public void A_mistake_names_file_place_and_remedy(string json, string error) => Assert.Equal([error], HelpDirectoryReader.Read("f.json", json).Errors);
}
