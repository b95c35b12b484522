using Kentongan.Bot.Tests.Offices;

namespace Kentongan.Bot.Tests.Transcripts;

/// <summary>What officers read and tap, from the invitation to the closed case.</summary>
public sealed class OfficerTranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts", "Officers");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.chat").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_office_goes_as_written(string name)
    {
        await using var office = await Office.OpenAsync();

        await new OfficerTranscript(name, office).PlayAsync(await File.ReadAllLinesAsync(Path.Combine(Folder, name)));
    }

    [Fact]
    public async Task A_transcript_that_differs_fails()
    {
        await using var office = await Office.OpenAsync();
        var play = new OfficerTranscript("wrong", office);

        await play.PlayAsync(["office! camat", "camat> /tugas", "camat< Tidak ada laporan terbuka untuk Anda."]);
        await Assert.ThrowsAnyAsync<Exception>(() => play.PlayAsync(["camat< Tidak ada laporan terbuka untuk Anda."]));
        await Assert.ThrowsAnyAsync<Exception>(() => play.PlayAsync(["camat> /tugas", "camat< Selamat datang"]));
        await Assert.ThrowsAnyAsync<Exception>(() => play.PlayAsync(["camat> [Terima]"]));
        await Assert.ThrowsAnyAsync<Exception>(() => play.PlayAsync(["camat<! Terima kasih"]));
    }
}
