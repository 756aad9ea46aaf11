namespace NetGen;

/// <summary>The names of lines above a plot, in as many rows as they need.</summary>
internal static class SvgLegend
{
    public const double RowHeight = 18;

    private const double Sample = 20;
    private const double SampleGap = 6;
    private const double Gap = 18;
    private const double WidestName = 240;

    /// <summary>Which row and which distance from the left each name has. A plot of one line needs no legend.</summary>
    public static IReadOnlyList<(int Row, double X, string Name)> Arrange(Plot plot, double width)
    {
        var places = new List<(int Row, double X, string Name)>();
        var (row, x) = (0, 0.0);
        foreach (var series in plot.Series.Count > 1 ? plot.Series : [])
        {
            var name = SvgText.Fit(series.Name, Math.Min(WidestName, width - Sample - SampleGap));
            var needs = Sample + SampleGap + SvgText.Width(name);
            if (x > 0 && x + needs > width)
            {
                (row, x) = (row + 1, 0);
            }

            places.Add((row, x, name));
            x += needs + Gap;
        }

        return places;
    }

    public static void Write(SvgCanvas canvas, Plot plot, IReadOnlyList<(int Row, double X, string Name)> places, double left, double top)
    {
        for (var index = 0; index < places.Count; index++)
        {
            var (row, offset, name) = places[index];
            var (x, y) = (left + offset, top + (row * RowHeight) + (RowHeight / 2));
            canvas.Polyline([(x, y), (x + Sample, y)], SvgColours.Line(plot.Series[index], index), plot.Series[index].Dashed);
            canvas.Text(x + Sample + SampleGap, y + 4, name, "start", SvgColours.Text);
        }
    }
}
