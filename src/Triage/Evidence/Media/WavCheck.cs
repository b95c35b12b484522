using System.Buffers.Binary;

namespace Kentongan.Triage.Evidence.Media;

/// <summary>A WAV is clean when it says how its samples are stored, holds them, and ends.</summary>
internal static class WavCheck
{
    public static bool IsClean(byte[] file)
    {
        var at = 12;
        while (at + 8 <= file.Length)
        {
            var type = Mp4Box.Name(file.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            if (type is not ("fmt " or "data" or "fact") || length > file.Length - at - 8 || (type != "data" && length > 64))
            {
                return false;
            }

            at += 8 + (int)length + ((int)length % 2);
        }

        return at == file.Length;
    }
}
