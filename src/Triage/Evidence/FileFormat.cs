using System.Buffers.Binary;
using System.IO.Compression;

namespace Kentongan.Triage.Evidence;

/// <summary>The formats we know how to clean.</summary>
internal enum FileFormat
{
    Jpeg,
    Png,
    WebP,
    Heif,
    IsoMedia,
    Matroska,
    Ogg,
    Mp3,
    Aac,
    Wav,
    Pdf,
    Docx,
    Xlsx,
    Odt,
}

/// <summary>Recognises a format by its first bytes and the structure behind them.</summary>
internal static class FileFormats
{
    public static FileFormat? Recognise(byte[] file)
    {
        ReadOnlySpan<byte> bytes = file;
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileFormat.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileFormat.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Riff(bytes),
            [0x1A, 0x45, 0xDF, 0xA3, ..] => FileFormat.Matroska,
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => FileFormat.Ogg,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', (byte)'1' or (byte)'2', (byte)'.', ..] => FileFormat.Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => Zip(file),
            [(byte)'I', (byte)'D', (byte)'3', ..] => FileFormat.Mp3,
            [0xFF, _, _, _, ..] => Frames(bytes),
            _ => IsoMedia(bytes),
        };
    }

    private static FileFormat? Riff(ReadOnlySpan<byte> file) => file.Length < 12 ? null
        : file[8..12].SequenceEqual("WEBP"u8) ? FileFormat.WebP
        : file[8..12].SequenceEqual("WAVE"u8) ? FileFormat.Wav
        : null;

    /// <summary>MPEG audio has no magic number: two frames in a row are the proof.</summary>
    private static FileFormat? Frames(ReadOnlySpan<byte> file) =>
        Media.Mp3Check.FrameLength(file) is { } mp3 && mp3 < file.Length && Media.Mp3Check.FrameLength(file[mp3..]) is not null ? FileFormat.Mp3
        : AdtsLength(file) is { } aac && aac < file.Length && AdtsLength(file[aac..]) is not null ? FileFormat.Aac
        : null;

    private static int? AdtsLength(ReadOnlySpan<byte> file)
    {
        if (file.Length < 7 || file[0] != 0xFF || (file[1] & 0xF6) != 0xF0)
        {
            return null;
        }

        var length = ((file[3] & 3) << 11) | (file[4] << 3) | (file[5] >> 5);
        return length >= 7 ? length : null;
    }

    private static FileFormat? IsoMedia(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(file);
        var type = file[4..8];
        if (type.SequenceEqual("ftyp"u8))
        {
            return size is >= 16 and <= 4096 && size <= file.Length ? Brand(file[8..(int)size]) : null;
        }

        // QuickTime before 2001 had no ftyp.
        return type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8) ? FileFormat.IsoMedia : null;
    }

    private static FileFormat Brand(ReadOnlySpan<byte> brands)
    {
        ReadOnlySpan<string> stills = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];
        var major = System.Text.Encoding.ASCII.GetString(brands[..4]);
        return stills.Contains(major) ? FileFormat.Heif : FileFormat.IsoMedia;
    }

    private static FileFormat? Zip(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry("word/vbaProject.bin") is not null || zip.GetEntry("xl/vbaProject.bin") is not null)
            {
                return null; // a document with macros is not evidence
            }

            return zip.GetEntry("[Content_Types].xml") is null ? OpenDocument(zip)
                : zip.GetEntry("word/document.xml") is not null ? FileFormat.Docx
                : zip.GetEntry("xl/workbook.xml") is not null ? FileFormat.Xlsx
                : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static FileFormat? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } entry)
        {
            return null;
        }

        using var mimetype = entry.Open();
        var text = new byte[100];
        var read = mimetype.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        return text.AsSpan(0, read).SequenceEqual("application/vnd.oasis.opendocument.text"u8) ? FileFormat.Odt : null;
    }
}
