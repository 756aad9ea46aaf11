namespace NetGen;

/// <summary>Puts the points of a plot into the cells of a terminal.</summary>
internal static class PlotDots
{
    public static void Draw(Plot plot, AxisRange x, AxisRange y, DotCanvas canvas)
    {
        for (var index = 0; index < plot.Series.Count; index++)
        {
            var series = plot.Series[index];
            (int X, int Y)? last = null;
            for (var point = 0; point < series.X.Count; point++)
            {
                var dot = Dot(x.Position(series.X[point]), y.Position(series.Y[point]), canvas);
                if (dot is { } to)
                {
                    canvas.Line(last ?? to, to, index);
                }

                last = dot;
            }
        }
    }

    /// <summary>The row in which a value of the vertical axis lies; null outside.</summary>
    public static int? Row(AxisRange y, double value, DotCanvas canvas) => Dot(0, y.Position(value), canvas) is { } dot ? canvas.Cell(dot.X, dot.Y).Row : null;

    public static HashSet<(int Row, int Column)> Marks(Plot plot, AxisRange x, AxisRange y, DotCanvas canvas) =>
    [
        .. from mark in plot.Marks
           let dot = Dot(x.Position(mark.X), y.Position(mark.Y), canvas)
           where dot is not null
           select canvas.Cell(dot.Value.X, dot.Value.Y),
    ];

    // What lies outside a limited axis is a gap, as what is no number.
    private static (int X, int Y)? Dot(double x, double y, DotCanvas canvas) =>
        x is >= -1e-9 and <= 1 + 1e-9 && y is >= -1e-9 and <= 1 + 1e-9
            ? ((int)Math.Round(x * (canvas.Width - 1)), (int)Math.Round((1 - y) * (canvas.Height - 1)))
            : null;
}
