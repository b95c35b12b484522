using System.IO.Compression;
using System.Text;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

/// <summary>Files that are two things at once, and files that unfold into far more than they weigh (threat-model 4, row 8).</summary>
public sealed class BombAndPolyglotTests
{
    private const int Unfolded = 1_500_000_000;

    private static EvidenceOptions Impatient => new() { Timeout = TimeSpan.FromSeconds(20), MemoryBytes = 512 * 1024 * 1024 };

    public static TheoryData<string, string> Pairs => new(
        from picture in (string[])["jpeg", "png", "webp"]
        from other in (string[])["zip", "pdf", "html", "mp4"]
        select new TheoryDataRow<string, string>(picture, other));

    [Theory, MemberData(nameof(Pairs))]
    public async Task Whatever_else_a_picture_is_besides_is_left_out(string picture, string other)
    {
        byte[] hidden = other switch
        {
            "zip" => Canary.Zip(),
            "pdf" => Canary.Bytes($"%PDF-1.4\n1 0 obj<</Author({Canary.Author})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
            "html" => Canary.Bytes($"<html><!--{Canary.Trailing}--><script src=x></script></html>"),
            _ => [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8, .. Canary.Bytes(Canary.Trailing)],
        };
        byte[] file = [.. picture switch { "jpeg" => JpegFactory.Photo(), "png" => PngFactory.Picture(), _ => WebPFactory.Lossy }, .. hidden];
        Canary.AssertSomeIn(file);

        if (await Cleaning.Of(file) is CleaningResult.Cleaned clean) // or refused
        {
            Canary.AssertNoneIn(clean.Content);
            Assert.True(clean.Content.AsSpan().IndexOf("%PDF"u8) < 0 && clean.Content.AsSpan().IndexOf("PK\x03\x04"u8) < 0 && clean.Content.AsSpan().IndexOf("<html"u8) < 0);
        }
    }

    /// <summary>As phones of one make write it: no tool here reads its tiles, so it cannot be proven clean.</summary>
    [Theory]
    [InlineData("heic")]
    [InlineData("mif1")]
    [InlineData("avif")]
    public async Task A_still_in_a_container_of_films_is_refused(string brand) => Assert.Equal(
        CleaningRefusal.CannotBeCleaned,
        await Cleaning.Refused([0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1heic"u8, .. Canary.Bytes(Canary.Author), .. new byte[64]]));

    [Fact]
    public async Task A_document_with_an_archive_behind_it_loses_that()
    {
        Tool.Needs("mat2", "bubblewrap");
        if (await Cleaning.Of([.. Docx("<w/>"), .. Canary.Bytes(Canary.Trailing)]) is CleaningResult.Cleaned clean)
        {
            Canary.AssertNoneIn(clean.Content);
        }
    }

    [Fact]
    public async Task A_document_that_unfolds_into_more_than_memory_is_refused()
    {
        Tool.Needs("mat2", "bubblewrap");
        var bomb = Docx(null);
        Assert.InRange(bomb.Length, 1, 20_000_000);

        Assert.IsType<CleaningResult.Refused>(await Cleaning.Of(bomb, Impatient));
    }

    [Fact]
    public async Task A_page_that_unfolds_into_more_than_memory_is_refused()
    {
        Tool.Needs("mat2", "bubblewrap");
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Fill(deflate);
        }

        byte[] bomb =
        [
            .. "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"u8,
            .. "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"u8,
            .. Encoding.ASCII.GetBytes($"4 0 obj<</Length {packed.Length}/Filter/FlateDecode>>stream\n"), .. packed.ToArray(),
            .. "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8,
        ];
        Assert.InRange(bomb.Length, 1, 20_000_000);

        var result = await Cleaning.Of(bomb, Impatient);

        Assert.True(result is CleaningResult.Refused || result is CleaningResult.Cleaned { Content.Length: < 1_000_000 }); // an empty page
    }

    /// <param name="body">Null for one that unfolds into more than memory.</param>
    private static byte[] Docx(string? body)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
            }

            using var document = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            if (body is null)
            {
                Fill(document);
            }
            else
            {
                document.Write(Encoding.UTF8.GetBytes(body));
            }
        }

        return file.ToArray();
    }

    private static void Fill(Stream into)
    {
        var blank = new byte[1_000_000];
        Array.Fill(blank, (byte)' ');
        for (var written = 0; written < Unfolded; written += blank.Length)
        {
            into.Write(blank);
        }
    }
}
