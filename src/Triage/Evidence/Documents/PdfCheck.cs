namespace Kentongan.Triage.Evidence.Documents;

/// <summary>A PDF is clean when it ends where it says it ends and has none of the entries that describe, embed or run something.</summary>
internal static class PdfCheck
{
    public static bool IsClean(byte[] file) =>
        file.AsSpan().StartsWith("%PDF-"u8) && !Mentions(file) && file.AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    private static bool Mentions(ReadOnlySpan<byte> file)
    {
        foreach (var word in (ReadOnlySpan<string>)[
            "/Author", "/Title", "/Creator", "/Producer", "/Subject", "/Keywords", "/CreationDate", "/ModDate", "/Metadata", "/PieceInfo",
            "/EmbeddedFile", "/JavaScript", "/Annots", "/AcroForm", "/DCTDecode", "/JPXDecode", "/Font"])
        {
            if (file.IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
