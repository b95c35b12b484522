namespace Kentongan.Triage.Web.People;

/// <summary>The squares of a QR code: the fixed patterns, the format, and the codewords in their zigzag.</summary>
internal sealed class QrGrid
{
    private readonly int _size;
    private readonly bool[,] _fixed;

    public QrGrid(int version)
    {
        _size = 17 + (4 * version);
        (Dark, _fixed) = (new bool[_size, _size], new bool[_size, _size]);
        for (var i = 0; i < _size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        Finder(3, 3);
        Finder(3, _size - 4);
        Finder(_size - 4, 3);
        if (version > 1)
        {
            Square(_size - 7, _size - 7, 2, distance => distance != 1);
        }
    }

    public bool[,] Dark { get; }

    public void Draw(byte[] codewords, int mask)
    {
        Format(mask);
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < _size; step++)
            {
                var row = ((right + 1) & 2) == 0 ? _size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (!_fixed[row, column])
                    {
                        var dark = bit < codewords.Length * 8 && ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
                        Dark[row, column] = dark ^ ((row + column) % 2 == 0); // mask 0
                        bit++;
                    }
                }
            }
        }
    }

    private void Finder(int row, int column) => Square(row, column, 4, distance => distance is not (2 or 4));

    private void Square(int row, int column, int reach, Func<int, bool> isDark)
    {
        for (var y = -reach; y <= reach; y++)
        {
            for (var x = -reach; x <= reach; x++)
            {
                if (row + y >= 0 && row + y < _size && column + x >= 0 && column + x < _size)
                {
                    Fix(row + y, column + x, isDark(Math.Max(Math.Abs(x), Math.Abs(y))));
                }
            }
        }
    }

    /// <summary>Level M and the mask, with their own error correction, twice.</summary>
    private void Format(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((mask << 10) | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (row, column) = i switch
            {
                < 6 => (i, 8),
                6 => (7, 8),
                7 => (8, 8),
                8 => (8, 7),
                _ => (8, 14 - i),
            };
            Fix(row, column, dark);
            Fix(i < 8 ? 8 : _size - 15 + i, i < 8 ? _size - 1 - i : 8, dark);
        }

        Fix(_size - 8, 8, true);
    }

    private void Fix(int row, int column, bool dark) => (Dark[row, column], _fixed[row, column]) = (dark, true);
}
