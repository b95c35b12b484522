using System.IO.Compression;

namespace Kentongan.Triage.Evidence.Documents;

/// <summary>
/// An office document is clean when none of its parts names a person or describes the document, and its pictures
/// have no Exif or XMP.
/// </summary>
internal static class OfficeCheck
{
    private const long MaxPart = 64 * 1024 * 1024;

    private static readonly string[] ForbiddenParts =
    [
        "docProps/custom", "docProps/thumbnail", "word/comments", "word/people", "xl/persons", "xl/comments", "Thumbnails/", "meta.xml",
    ];

    private static readonly string[] ForbiddenWords =
    [
        "dc:creator>", "lastModifiedBy>", "w:author=", "<Company>", "<Manager>", "meta:initial-creator>", "w:rsid",
        "http://ns.adobe.com/xap/", "Exif\0\0",
    ];

    public static bool IsClean(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return zip.Comment.Length == 0 && zip.Entries.Count is > 0 and < 5000 && zip.Entries.All(IsClean);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsClean(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxPart || entry.Comment.Length > 0
            || ForbiddenParts.Any(part => entry.FullName.StartsWith(part, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        // The stated length is a claim: unpack no more than that, and see that it ends there.
        var body = new byte[entry.Length + 1];
        using var stream = entry.Open();
        var read = stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        return read == entry.Length && !Mentions(body.AsSpan(0, read));
    }

    private static bool Mentions(ReadOnlySpan<byte> part)
    {
        foreach (var word in ForbiddenWords)
        {
            if (part.IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
