namespace NetGen;

/// <summary>Lines in cells of characters: dots of Braille patterns, 2 × 4 in a cell, or one character for each cell.</summary>
internal sealed class DotCanvas(int columns, int rows, bool braille)
{
    // Unicode numbers the dots of a pattern by the history of Braille: the lowest two came last.
    private static readonly byte[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly byte[] dots = new byte[rows * columns];
    private readonly int[] owners = new int[rows * columns];

    public int Width { get; } = columns * (braille ? 2 : 1);

    public int Height { get; } = rows * (braille ? 4 : 1);

    /// <summary>The line that was last drawn into a cell, from 0; null for an empty cell.</summary>
    public int? Owner(int row, int column) => owners[(row * columns) + column] is > 0 and var owner ? owner - 1 : null;

    /// <summary>The pattern of a cell's dots.</summary>
    public char Pattern(int row, int column) => (char)('⠀' + dots[(row * columns) + column]);

    /// <summary>The cell of a dot.</summary>
    public (int Row, int Column) Cell(int x, int y) => braille ? (y / 4, x / 2) : (y, x);

    /// <summary>Connects two dots by Bresenham's algorithm (1965).</summary>
    public void Line((int X, int Y) from, (int X, int Y) to, int owner)
    {
        var (dx, dy) = (Math.Abs(to.X - from.X), -Math.Abs(to.Y - from.Y));
        var (stepX, stepY) = (Math.Sign(to.X - from.X), Math.Sign(to.Y - from.Y));
        var (x, y, error) = (from.X, from.Y, dx + dy);
        while (true)
        {
            Set(x, y, owner);
            if ((x, y) == to)
            {
                return;
            }

            var twice = 2 * error;
            if (twice >= dy)
            {
                (error, x) = (error + dy, x + stepX);
            }

            if (twice <= dx)
            {
                (error, y) = (error + dx, y + stepY);
            }
        }
    }

    private void Set(int x, int y, int owner)
    {
        var (row, column) = Cell(x, y);
        dots[(row * columns) + column] |= braille ? Bits[(y % 4 * 2) + (x % 2)] : (byte)1;
        owners[(row * columns) + column] = owner + 1;
    }
}
