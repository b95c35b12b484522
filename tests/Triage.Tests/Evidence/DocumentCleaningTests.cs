using System.IO.Compression;
using System.Text;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class DocumentCleaningTests
{
    public static TheoryData<string> Formats => ["pdf", "docx", "xlsx", "odt"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Nothing_a_document_says_about_its_author_survives(string format)
    {
        Tool.Needs("mat2", "bubblewrap");
        var document = Document(format);
        Assert.Contains(Canary.Author, Text(document));

        var clean = await Cleaning.Cleaned(document);

        Assert.Equal((EvidenceKind.Document, format), (clean.Kind, clean.Extension));
        Assert.DoesNotContain("CANARY", Text(clean.Content));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_clean_document_can_be_cleaned_again(string format)
    {
        Tool.Needs("mat2", "bubblewrap");
        var once = await Cleaning.Cleaned(Document(format));

        var twice = await Cleaning.Cleaned(once.Content);

        Assert.DoesNotContain("CANARY", Text(twice.Content));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_document_cut_off_is_never_taken(string format)
    {
        Tool.Needs("mat2", "bubblewrap");
        var document = Document(format);

        foreach (var part in (double[])[0.1, 0.4, 0.7])
        {
            Assert.IsType<CleaningResult.Refused>(await Cleaning.Of(document[..(int)(document.Length * part)]));
        }
    }

    [Fact]
    public async Task A_document_with_macros_is_unknown()
    {
        var document = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"));

        Assert.Equal(CleaningRefusal.UnknownType, await Cleaning.Refused(document));
    }

    private static byte[] Document(string format) => format switch
    {
        "pdf" => Pdf(),
        "docx" => Zip(
            ("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                """),
            ("_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
                """),
            ("docProps/core.xml", $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{Canary.Author}</dc:creator><cp:lastModifiedBy>{Canary.Author}</cp:lastModifiedBy></cp:coreProperties>
                """),
            ("word/document.xml", $"""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p w:rsidR="00CANARY"><w:r><w:t>Surat</w:t></w:r><w:del w:id="1" w:author="{Canary.Author}"><w:r><w:delText>{Canary.Comment}</w:delText></w:r></w:del></w:p></w:body></w:document>
                """)),
        "xlsx" => Zip(
            ("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                """),
            ("docProps/core.xml", $"""
                <?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{Canary.Author}</dc:creator></cp:coreProperties>
                """),
            ("xl/workbook.xml", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>
                """)),
        _ => Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", """
                <?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """),
            ("meta.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>{Canary.Author}</dc:creator></office:meta></office:document-meta>
                """),
            ("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Surat</text:p></office:text></office:body></office:document-content>
                """)),
    };

    /// <summary>A page with a photo that has Exif of its own, an author, XMP, and text under a black bar.</summary>
    private static byte[] Pdf()
    {
        var photo = Encoding.Latin1.GetString(JpegFactory.Betraying());
        var page = $"q 100 0 0 75 10 10 cm /I Do Q BT /F 12 Tf 20 150 Td ({Canary.Author}) Tj ET 0 0 0 rg 10 140 190 30 re f";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>/Font<</F 6 0 R>>>>>>",
            $"<</Length {page.Length}>>stream\n{page}\nendstream",
            $"<</Type/XObject/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {photo.Length}>>stream\n{photo}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            $"<</Type/Metadata/Subtype/XML/Length {Canary.Xmp.Length}>>stream\n{Encoding.Latin1.GetString(Canary.Xmp)}\nendstream",
            $"<</Author({Canary.Author})/Producer({Canary.Serial})>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 9\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size 9/Root 1 0 R/Info 8 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text.Trim()));
            }
        }

        return file.ToArray();
    }

    /// <summary>All that can be read in a document: its bytes, and those of its parts once unpacked.</summary>
    private static string Text(byte[] document)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(document));
        if (document.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(document));
            foreach (var entry in zip.Entries)
            {
                text.Append(entry.FullName).Append(new StreamReader(entry.Open(), Encoding.Latin1).ReadToEnd());
            }
        }

        return text.ToString();
    }
}
