using System.Numerics;

namespace Kentongan.Triage.Evidence.Images;

/// <summary>One pass over the picture: which colours, with which tables, and which coefficients of each block.</summary>
internal sealed record JpegScan(
    JpegFrame Frame, IReadOnlyList<(JpegComponent Component, HuffmanTable? Dc, HuffmanTable? Ac)> Colours, int From, int To, bool Refines)
{
    private int _run; // blocks that are still to be passed over without a code of their own

    private bool IsInterleaved => Colours.Count > 1;

    /// <summary>How many units the scan has; restart markers stand between them.</summary>
    public int Units => IsInterleaved ? Frame.UnitsAcross * Frame.UnitsDown : Colours[0].Component.BlocksAcross * Colours[0].Component.BlocksDown;

    /// <summary>Reads some units, the way a decoder would, only to learn where they end.</summary>
    /// <returns>False where the data is not that of a picture.</returns>
    public bool Read(ref JpegBits bits, int first, int count)
    {
        _run = 0;
        for (var unit = first; unit < first + count; unit++)
        {
            foreach (var colour in Colours)
            {
                ReadColour(ref bits, colour, unit);
            }

            if (!bits.IsSound)
            {
                return false;
            }
        }

        return true;
    }

    private void ReadColour(ref JpegBits bits, (JpegComponent Component, HuffmanTable? Dc, HuffmanTable? Ac) colour, int unit)
    {
        var component = colour.Component;
        if (!IsInterleaved)
        {
            var (down, across) = Math.DivRem(unit, component.BlocksAcross);
            ReadBlock(ref bits, colour, (down * component.Stride) + across);
            return;
        }

        for (var block = 0; block < component.Across * component.Down; block++)
        {
            ReadBlock(ref bits, colour, block); // interleaved passes carry no coefficients that a later one refines
        }
    }

    private void ReadBlock(ref JpegBits bits, (JpegComponent Component, HuffmanTable? Dc, HuffmanTable? Ac) colour, int block)
    {
        if (!Frame.IsProgressive)
        {
            bits.Skip(bits.Symbol(colour.Dc) & 15);
            Sequential(ref bits, colour.Ac);
        }
        else if (From == 0)
        {
            bits.Skip(Refines ? 1 : bits.Symbol(colour.Dc) & 15);
        }
        else if (Refines)
        {
            Refine(ref bits, colour.Ac, ref colour.Component.Known[block]);
        }
        else
        {
            Begin(ref bits, colour.Ac, ref colour.Component.Known[block]);
        }
    }

    private static void Sequential(ref JpegBits bits, HuffmanTable? table)
    {
        for (var at = 1; at <= 63; at++)
        {
            var symbol = bits.Symbol(table);
            if (symbol == 0)
            {
                return;
            }

            at += symbol >> 4;
            bits.Skip(symbol & 15);
        }
    }

    private void Begin(ref JpegBits bits, HuffmanTable? table, ref ulong known)
    {
        if (_run > 0)
        {
            _run--;
            return;
        }

        for (var at = From; at <= To; at++)
        {
            var (zeros, size) = Math.DivRem(bits.Symbol(table), 16);
            if (size == 0 && zeros < 15)
            {
                _run = (1 << zeros) - 1 + bits.Take(zeros);
                return;
            }

            at += zeros;
            known |= size > 0 && at < 64 ? 1ul << at : 0;
            bits.Skip(size);
        }
    }

    /// <summary>A later pass spends one bit on each coefficient already known, and codes on those that appear now.</summary>
    private void Refine(ref JpegBits bits, HuffmanTable? table, ref ulong known)
    {
        var at = From;
        for (var before = known; _run == 0 && at <= To; at++)
        {
            var (zeros, size) = Math.DivRem(bits.Symbol(table), 16);
            if (size == 0 && zeros < 15)
            {
                _run = (1 << zeros) + bits.Take(zeros);
                break;
            }

            bits.Skip(size > 0 ? 1 : 0); // the sign
            for (; at <= To && ((before >> at & 1) == 1 || zeros-- > 0); at++)
            {
                bits.Skip((int)(before >> at & 1));
            }

            known |= size > 0 && at <= To ? 1ul << at : 0;
        }

        if (_run > 0)
        {
            var rest = at <= To ? known >> at << at << (63 - To) : 0;
            for (var left = BitOperations.PopCount(rest); left > 0; left -= 16)
            {
                bits.Skip(Math.Min(16, left));
            }

            _run--;
        }
    }
}
