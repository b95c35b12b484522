namespace Kentongan.Triage.Evidence.Images;

/// <summary>The bits of scan data, up to the next marker. Who reads beyond it gets zeros and is told at the end.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> file, int at)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private int _at = at;
    private ulong _bits;
    private int _count;
    private int _invented;
    private bool _failed;

    /// <summary>Did the data hold everything that was asked of it?</summary>
    public readonly bool IsSound => !_failed && _count >= _invented;

    public void Skip(int length)
    {
        Fill();
        _count -= length;
    }

    public int Take(int length)
    {
        Fill();
        _count -= length;
        return (int)(_bits >> _count) & ((1 << length) - 1);
    }

    public int Symbol(HuffmanTable? table)
    {
        Fill();
        var (length, symbol) = table?.Find((int)(_bits >> (_count - 16)) & 0xFFFF) ?? default;
        _failed |= length == 0;
        _count -= length;
        return symbol;
    }

    /// <summary>Where the byte behind the last bit read lies.</summary>
    public readonly int Position()
    {
        var at = _at;
        for (var unread = (_count - _invented) / 8; unread > 0; unread--)
        {
            at -= _file[at - 1] == 0 && _file[at - 2] == 0xFF ? 2 : 1; // a zero is stuffed behind each FF
        }

        return at;
    }

    private void Fill()
    {
        while (_count <= 48)
        {
            byte next = 0;
            if (_at + 1 < _file.Length && (_file[_at] != 0xFF || _file[_at + 1] == 0))
            {
                next = _file[_at];
                _at += next == 0xFF ? 2 : 1;
            }
            else
            {
                _invented += 8;
                if (_invented > 1 << 20)
                {
                    (_failed, _invented) = (true, 0);
                }
            }

            (_bits, _count) = ((_bits << 8) | next, _count + 8);
        }
    }
}
