namespace Kentongan.Bot.Tests.Transcripts;

public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.chat").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_conversation_goes_as_written(string name) =>
        new Transcript(name).Play(File.ReadAllLines(Path.Combine(Folder, name)));

    [Fact]
    public void A_transcript_that_differs_fails()
    {
        Assert.ThrowsAny<Exception>(() => new Transcript("wrong text").Play(["> /lapor", "< Selamat datang"]));
        Assert.ThrowsAny<Exception>(() => new Transcript("missing line").Play(["> /lapor", "> /batal"]));
        Assert.ThrowsAny<Exception>(() => new Transcript("too much").Play(["> /lapor", "< Mau lapor…", "< Mau lapor…"]));
        Assert.ThrowsAny<Exception>(() => new Transcript("wrong button").Play(["> /lapor", "< Mau lapor…", "> [Kirim]"]));
        Assert.ThrowsAny<Exception>(() => new Transcript("left over").Play(["> /lapor"]));
    }
}
