using System.Buffers.Binary;
using System.Text;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>A small photo that a phone has signed with what nobody may learn.</summary>
internal static class Photo
{
    /// <summary>27 by 19 pixels, as libjpeg writes it.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//" +
        "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAATABsDASIAAhEBAxEB/8QA" +
        "GAABAQEBAQAAAAAAAAAAAAAAAAEEAgP/xAAXAQADAQAAAAAAAAAAAAAAAAABAgQA/9oADAMBAAIQAxAAAAHVmnjDFnl5ZZQkBv/EABoQAAIDAQEAAAAAAAAA" +
        "AAAAAAECABARICL/2gAIAQEAAQUCZRD5gGU7QtqVp4//xAAXEQADAQAAAAAAAAAAAAAAAAACAyBR/9oACAEDAQE/ARZsf//EABgRAQEAAwAAAAAAAAAAAAAA" +
        "AAEDAhEg/9oACAECAQE/AZUzDS8f/8QAFxAAAwEAAAAAAAAAAAAAAAAAAREgAP/aAAgBAQAGPwLEuFf/xAAcEAACAgIDAAAAAAAAAAAAAAABEQAQITFBUWH/" +
        "2gAIAQEAAT8h0XMJWIGBEPeaG40LuE0CbMd//9oADAMBAAIAAwAAABBrwF7/xAAXEQEBAQEAAAAAAAAAAAAAAAABEQBx/9oACAEDAQE/ELrHMVa5C43/xAAY" +
        "EQEBAAMAAAAAAAAAAAAAAAABABARIf/aAAgBAgEBPxBipGNvWQx//8QAHxABAAIBAwUAAAAAAAAAAAAAAQARIRBBUTFhcaGx/9oACAEBAAE/EKFALsvyG7G1" +
        "tuPcHPl5XePWWJcVNaBPEs0yqrLcy9P/2Q==");

    /// <summary>With a name in EXIF's Artist, in a comment, and after the end of the picture.</summary>
    public static UploadedFile SignedBy(string canary)
    {
        var name = Encoding.ASCII.GetBytes(canary + "\0");
        var artist = new byte[14 + 12 + name.Length];
        "MM\0*"u8.CopyTo(artist);
        BinaryPrimitives.WriteInt32BigEndian(artist.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16BigEndian(artist.AsSpan(8), 1);
        BinaryPrimitives.WriteInt16BigEndian(artist.AsSpan(10), 0x013B);
        BinaryPrimitives.WriteInt16BigEndian(artist.AsSpan(12), 2);
        BinaryPrimitives.WriteInt32BigEndian(artist.AsSpan(14), name.Length);
        BinaryPrimitives.WriteInt32BigEndian(artist.AsSpan(18), 26);
        name.CopyTo(artist.AsSpan(26));
        return new UploadedFile(
            $"{canary}.jpg",
            "image/jpeg",
            [.. Picture[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. artist]), .. Segment(0xFE, name), .. Picture[2..], .. name]);
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
}
