using System.Buffers.Text;
using System.Text;

namespace Kentongan.Bench.Telegram;

/// <summary>Picks what the generator needs out of a request's JSON, without reading the rest.</summary>
internal static class BotCall
{
    public static long Number(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var at = body.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(body[(at + name.Length)..], out long value, out _) ? value : 0;
    }

    /// <summary>What stands between a mark and the next quote or escape.</summary>
    public static string? After(ReadOnlySpan<byte> body, ReadOnlySpan<byte> mark)
    {
        var at = body.IndexOf(mark);
        if (at < 0)
        {
            return null;
        }

        var rest = body[(at + mark.Length)..];
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
