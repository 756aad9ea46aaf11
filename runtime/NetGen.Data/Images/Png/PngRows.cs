namespace NetGen.Png;

/// <summary>The rows of one pass: each is stored as the difference to what its filter predicts from its neighbours (clause 9).</summary>
internal sealed class PngRows
{
    private readonly int _pixelBytes;
    private byte[] _row;
    private byte[] _above;

    public PngRows(PngFormat format, int width)
    {
        long length = format.RowBytes(width) + 1;
        if (length > Array.MaxLength)
        {
            throw new InvalidDataException($"its rows have {length} bytes; an array holds {Array.MaxLength}");
        }

        _pixelBytes = Math.Max(1, format.PixelBits / 8);
        _row = new byte[length];
        _above = new byte[length];
    }

    /// <summary>The bytes of the present row.</summary>
    public ReadOnlySpan<byte> Bytes => _row.AsSpan(1);

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Room for its filter and its bytes.</returns>
    public Span<byte> Next()
    {
        (_row, _above) = (_above, _row);
        return _row;
    }

    /// <summary>Undoes the filter of the present row.</summary>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public void Unfilter()
    {
        Span<byte> row = _row.AsSpan(1);
        ReadOnlySpan<byte> above = _above.AsSpan(1);
        int back = _pixelBytes;
        switch (_row[0])
        {
            case 0:
                break;
            case 1:
                for (int i = back; i < row.Length; i++)
                {
                    row[i] += row[i - back];
                }

                break;
            case 2:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += (byte)(((i < back ? 0 : row[i - back]) + above[i]) / 2);
                }

                break;
            case 4:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += i < back ? above[i] : Paeth(row[i - back], above[i], above[i - back]);
                }

                break;
            default:
                throw new InvalidDataException($"a row has the filter {_row[0]}; there are 0 to 4");
        }
    }

    /// <summary>The neighbour nearest to left + above − above left; ties go to the left, then above.</summary>
    private static byte Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner), toAbove = Math.Abs(left - corner), toCorner = Math.Abs(left + above - (2 * corner));
        return (byte)(toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner);
    }
}
