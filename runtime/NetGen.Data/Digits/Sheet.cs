namespace NetGen.Digits;

/// <summary>A 28 × 28 sheet of paper that a pen draws on, anti-aliased.</summary>
internal sealed class Sheet
{
    /// <summary>Rows, and columns.</summary>
    public const int Size = 28;

    private readonly double[] ink = new double[Size * Size];

    /// <summary>How much of each pixel is covered, row by row, 0 to 1.</summary>
    public ReadOnlySpan<double> Ink => ink;

    /// <summary>Makes the sheet white again.</summary>
    public void Clear() => Array.Clear(ink);

    /// <summary>
    /// Draws a straight line with round ends. A pixel's ink is the overlap of the line's edge with the pixel, taken as linear over one
    /// pixel's width; where lines cross, the darker one counts.
    /// </summary>
    /// <param name="from">Start, in pixels; (0, 0) is the outer corner of the first pixel.</param>
    /// <param name="to">End.</param>
    /// <param name="fromRadius">Half the line's width at the start, in pixels.</param>
    /// <param name="toRadius">Half the line's width at the end.</param>
    public void Line(StrokePoint from, StrokePoint to, double fromRadius, double toRadius)
    {
        var reach = Math.Max(fromRadius, toRadius) + 0.5;
        var left = Pixel(Math.Min(from.X, to.X) - reach);
        var right = Pixel(Math.Max(from.X, to.X) + reach);
        var top = Pixel(Math.Min(from.Y, to.Y) - reach);
        var bottom = Pixel(Math.Max(from.Y, to.Y) + reach);
        var dx = to.X - from.X;
        var dy = to.Y - from.Y;
        var length2 = (dx * dx) + (dy * dy);
        var scale = length2 > 0 ? 1 / length2 : 0;

        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                var x = column + 0.5 - from.X;
                var y = row + 0.5 - from.Y;
                var along = Math.Clamp(((x * dx) + (y * dy)) * scale, 0, 1);
                x -= along * dx;
                y -= along * dy;
                var distance = Math.Sqrt((x * x) + (y * y));
                var cover = fromRadius + ((toRadius - fromRadius) * along) + 0.5 - distance;
                ref var pixel = ref ink[(row * Size) + column];
                pixel = Math.Max(pixel, Math.Min(cover, 1));
            }
        }
    }

    private static int Pixel(double coordinate) => (int)Math.Clamp(coordinate, 0, Size - 1);
}
