namespace Kentongan.Triage.Evidence.Images;

/// <summary>A code table of a JPEG, ready to be looked up.</summary>
internal sealed class HuffmanTable
{
    private readonly ushort[] _short = new ushort[256]; // codes of up to eight bits: length above, symbol below
    private readonly int[] _limit = new int[17]; // the first code that is too large for its length
    private readonly int[] _offset = new int[17];
    private readonly byte[] _symbols;

    private HuffmanTable(byte[] symbols) => _symbols = symbols;

    /// <param name="definition">Sixteen counts, then the symbols.</param>
    /// <returns>Null where there are more codes than bits for them.</returns>
    public static HuffmanTable? Read(ReadOnlySpan<byte> definition)
    {
        var table = new HuffmanTable(definition[16..].ToArray());
        var (code, next) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            var count = definition[length - 1];
            table._offset[length] = next - code;
            for (var i = 0; i < count && length <= 8 && code + i < 1 << length; i++)
            {
                var entry = (ushort)((length << 8) | table._symbols[next + i]);
                table._short.AsSpan((code + i) << (8 - length), 1 << (8 - length)).Fill(entry);
            }

            (code, next) = (code + count, next + count);
            if (code > 1 << length)
            {
                return null;
            }

            table._limit[length] = code;
            code <<= 1;
        }

        return table;
    }

    /// <param name="bits">The next sixteen bits.</param>
    /// <returns>The symbol and the length of its code; length 0 where no code begins like this.</returns>
    public (int Length, int Symbol) Find(int bits)
    {
        var entry = _short[bits >> 8];
        if (entry != 0)
        {
            return (entry >> 8, entry & 0xFF);
        }

        for (var length = 9; length <= 16; length++)
        {
            var code = bits >> (16 - length);
            if (code < _limit[length])
            {
                return code + _offset[length] is var at and >= 0 && at < _symbols.Length ? (length, _symbols[at]) : default;
            }
        }

        return default;
    }
}
