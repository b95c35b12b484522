using System.Buffers.Binary;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>Encodes real JPEGs: every block one shade, drawn at random from a seed.</summary>
internal static class JpegFactory
{
    public static byte[] Photo(int width = 64, int height = 48, int seed = 1, int restartEvery = 0, byte[]? ids = null)
    {
        ids ??= [1, 2, 3];
        var file = new MemoryStream();
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        byte[] size = [(byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width];
        Segment(file, 0xC0, [8, .. size, (byte)ids.Length, .. ids.SelectMany(id => new byte[] { id, 0x11, 0 })]);
        Segment(file, 0xC4, [0x00, 0, 0, 0, 8, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7]); // eight shades, four bits each
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]); // nothing but the end of a block
        if (restartEvery > 0)
        {
            Segment(file, 0xDD, [(byte)(restartEvery >> 8), (byte)restartEvery]);
        }

        Segment(file, 0xDA, [(byte)ids.Length, .. ids.SelectMany(id => new byte[] { id, 0 }), 0, 63, 0]);
        file.Write(Scan((width + 7) / 8 * ((height + 7) / 8), ids.Length, new Random(seed), restartEvery));
        return [0xFF, 0xD8, .. file.ToArray(), 0xFF, 0xD9];
    }

    /// <summary>A photo of 27 by 19 pixels in ten passes, as libjpeg writes it.</summary>
    public static byte[] Progressive => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//" +
        "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAATABsDASIAAhEBAxEB/8QA" +
        "GAABAQEBAQAAAAAAAAAAAAAAAAEEAgP/xAAXAQADAQAAAAAAAAAAAAAAAAABAgQA/9oADAMBAAIQAxAAAAHVmnjDFnl5ZZQkBv/EABoQAAIDAQEAAAAAAAAA" +
        "AAAAAAECABARICL/2gAIAQEAAQUCZRD5gGU7QtqVp4//xAAXEQADAQAAAAAAAAAAAAAAAAACAyBR/9oACAEDAQE/ARZsf//EABgRAQEAAwAAAAAAAAAAAAAA" +
        "AAEDAhEg/9oACAECAQE/AZUzDS8f/8QAFxAAAwEAAAAAAAAAAAAAAAAAAREgAP/aAAgBAQAGPwLEuFf/xAAcEAACAgIDAAAAAAAAAAAAAAABEQAQITFBUWH/" +
        "2gAIAQEAAT8h0XMJWIGBEPeaG40LuE0CbMd//9oADAMBAAIAAwAAABBrwF7/xAAXEQEBAQEAAAAAAAAAAAAAAAABEQBx/9oACAEDAQE/ELrHMVa5C43/xAAY" +
        "EQEBAAMAAAAAAAAAAAAAAAABABARIf/aAAgBAgEBPxBipGNvWQx//8QAHxABAAIBAwUAAAAAAAAAAAAAAQARIRBBUTFhcaGx/9oACAEBAAE/EKFALsvyG7G1" +
        "tuPcHPl5XePWWJcVNaBPEs0yqrLcy9P/2Q==");

    /// <summary>Puts segments right behind the start marker, where cameras put theirs.</summary>
    public static byte[] With(byte[] photo, params (byte Marker, byte[] Body)[] segments)
    {
        var file = new MemoryStream();
        file.Write(photo.AsSpan(0, 2));
        foreach (var (marker, body) in segments)
        {
            Segment(file, marker, body);
        }

        file.Write(photo.AsSpan(2));
        return file.ToArray();
    }

    /// <summary>Everything a phone, an editor and a curious app leave behind, in one photo.</summary>
    public static byte[] Betraying(byte orientation = 6) =>
    [
        .. With(
            Photo(),
            (0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            (0xE0, [.. "JFXX\0\x10"u8, .. Thumbnail]),
            (0xE1, [.. "Exif\0\0"u8, .. Canary.Exif(orientation, Thumbnail)]),
            (0xE1, Canary.Xmp),
            (0xE2, [.. "ICC_PROFILE\0\x01\x01"u8, .. Canary.Bytes(Canary.Author)]),
            (0xE2, [.. "MPF\0"u8, .. Canary.Bytes(Canary.Serial)]),
            (0xED, [.. "Photoshop 3.0\08BIM"u8, .. Canary.Bytes(Canary.Author)]),
            (0xFE, Canary.Bytes(Canary.Comment))),
        .. Thumbnail,
        .. Canary.Bytes(Canary.Trailing),
    ];

    private static byte[] Thumbnail => With(Photo(16, 16), (0xFE, Canary.Bytes(Canary.Comment)));

    private static byte[] Scan(int blocks, int components, Random random, int restartEvery)
    {
        var scan = new MemoryStream();
        var (bits, count) = (0u, 0);
        for (var block = 0; block < blocks; block++)
        {
            if (restartEvery > 0 && block > 0 && block % restartEvery == 0)
            {
                Put(0x7F, (8 - count) % 8);
                scan.Write([0xFF, (byte)(0xD0 + ((block / restartEvery) - 1) % 8)]);
            }

            for (var component = 0; component < components; component++)
            {
                var category = random.Next(6);
                Put((uint)category, 4);
                Put((uint)random.Next(1 << category), category);
                Put(0, 1);
            }
        }

        Put(0x7F, (8 - count) % 8);
        return scan.ToArray();

        void Put(uint value, int length)
        {
            (bits, count) = ((bits << length) | (value & ((1u << length) - 1)), count + length);
            while (count >= 8)
            {
                var octet = (byte)(bits >> (count -= 8));
                scan.Write(octet == 0xFF ? [0xFF, 0] : [octet]);
            }
        }
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        file.Write(head);
        file.Write(body);
    }
}
