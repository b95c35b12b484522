using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>
/// A voice message is clean when it is one unbroken stream of pages whose comments are empty. The name of the program
/// that wrote it is the same for every file that went through here.
/// </summary>
internal static class OggCheck
{
    private const int PageHead = 27;

    /// <summary>The first eight or seven letters of the first packet name the codec.</summary>
    public static string? FirstPacket(ReadOnlySpan<byte> file)
    {
        if (file.Length < PageHead || PageHead + file[26] + 8 > file.Length)
        {
            return null;
        }

        var name = System.Text.Encoding.Latin1.GetString(file.Slice(PageHead + file[26], 8));
        return name.StartsWith("\u0001vorbis", StringComparison.Ordinal) ? name[..7] : name;
    }

    public static bool IsClean(byte[] file)
    {
        var packets = new List<byte[]>();
        var packet = new MemoryStream();
        var (at, number) = (0, 0u);
        while (at + PageHead <= file.Length)
        {
            if (PageEnd(file, at, number++) is not { } end)
            {
                return false;
            }

            at = CollectHeaders(file, at, packet, packets, end);
        }

        return at == file.Length && packets.Count >= 2 && HasEmptyComments(packets[1]);
    }

    private static int? PageEnd(ReadOnlySpan<byte> file, int at, uint number)
    {
        var page = file[at..];
        var segments = page[26];
        if (!page.StartsWith("OggS\0"u8) || page.Length < PageHead + segments
            || !page[14..18].SequenceEqual(file[14..18]) || BinaryPrimitives.ReadUInt32LittleEndian(page[18..]) != number)
        {
            return null;
        }

        var end = at + PageHead + segments;
        foreach (var length in page.Slice(PageHead, segments))
        {
            end += length;
        }

        return end <= file.Length ? end : null;
    }

    /// <summary>Puts the first two packets together; the rest is sound.</summary>
    private static int CollectHeaders(ReadOnlySpan<byte> file, int at, MemoryStream packet, List<byte[]> packets, int end)
    {
        var body = at + PageHead + file[at + 26];
        foreach (var length in file.Slice(at + PageHead, file[at + 26]))
        {
            if (packets.Count >= 2)
            {
                break;
            }

            packet.Write(file.Slice(body, length));
            body += length;
            if (length < 255)
            {
                packets.Add(packet.ToArray());
                packet.SetLength(0);
            }
        }

        return end;
    }

    private static bool HasEmptyComments(ReadOnlySpan<byte> packet)
    {
        var opus = packet.StartsWith("OpusTags"u8);
        var rest = opus ? packet[8..] : packet.StartsWith("\u0003vorbis"u8) ? packet[7..] : [];
        ReadOnlySpan<byte> nothing = [0, 0, 0, 0];
        ReadOnlySpan<byte> writer = [6, 0, 0, 0, .. "ffmpeg"u8];
        rest = rest.StartsWith(writer) ? rest[writer.Length..] : rest.StartsWith(nothing) ? rest[4..] : [];
        return rest.StartsWith(nothing) && rest.Length == (opus ? 4 : 5);
    }
}
