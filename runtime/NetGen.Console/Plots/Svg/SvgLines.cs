namespace NetGen;

/// <summary>The lines and marks of a plot, in the pixels of its area.</summary>
internal static class SvgLines
{
    // As many points as a reader can tell apart get a dot each.
    private const int MostDots = 30;

    public static void Write(SvgCanvas canvas, Plot plot, Func<double, double, (double X, double Y)> place)
    {
        for (var index = 0; index < plot.Series.Count; index++)
        {
            var series = plot.Series[index];
            var colour = SvgColours.Line(series, index);
            var dots = series.X.Count <= MostDots && !series.Dashed;
            foreach (var run in Runs(series, place))
            {
                if (run.Count > 1)
                {
                    canvas.Polyline(Decimation.Of(run), colour, series.Dashed);
                }

                foreach (var (x, y) in dots || run.Count == 1 ? run : [])
                {
                    canvas.Circle(x, y, 2, colour, colour);
                }
            }
        }
    }

    public static void WriteMarks(SvgCanvas canvas, Plot plot, double width, double height, Func<double, double, (double X, double Y)> place)
    {
        foreach (var mark in plot.Marks)
        {
            var (x, y) = place(mark.X, mark.Y);
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                continue;
            }

            canvas.Line(x, 0, x, height, SvgColours.Axis, ("stroke-dasharray", "2 3"));
            canvas.Circle(x, y, 4.5, SvgColours.Background, SvgColours.Text);
            if (mark.Label.Length > 0)
            {
                // Towards the middle, and above the point unless that is outside; a white rim keeps it legible over lines.
                var left = x > width / 2;
                canvas.Text(
                    left ? x - 8 : x + 8, y > 24 ? y - 9 : y + 19, mark.Label, left ? "end" : "start", SvgColours.Text,
                    ("paint-order", "stroke"), ("stroke", SvgColours.Background), ("stroke-width", "4"), ("stroke-linejoin", "round"));
            }
        }
    }

    /// <summary>The parts of a line between its gaps.</summary>
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Runs(PlotSeries series, Func<double, double, (double X, double Y)> place)
    {
        var run = new List<(double X, double Y)>();
        for (var index = 0; index < series.X.Count; index++)
        {
            var point = place(series.X[index], series.Y[index]);
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
