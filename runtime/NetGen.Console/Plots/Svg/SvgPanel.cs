namespace NetGen;

/// <summary>Where a plot stands in the picture.</summary>
internal readonly record struct SvgBox(double Left, double Top, double Width, double Height);

/// <summary>One plot of a picture: title, legend, axes, lines.</summary>
internal static class SvgPanel
{
    private const double TitleHeight = 26;
    private const double AxisTitleHeight = 20;
    private const double TickHeight = 22;
    private const double WindowBorder = 8;

    public static void Write(SvgCanvas canvas, Plot plot, SvgBox box)
    {
        var x = AxisRange.Of(plot.XAxis, plot.Series.SelectMany(series => series.X), margin: 0);
        var y = AxisRange.Of(plot.YAxis, plot.Series.SelectMany(series => series.Y), margin: 0.05);
        var rows = AxisTicks.Of(y, Math.Max(2, (int)(box.Height / 45)), plot.YAxis.WholeNumbers);
        var gutter = rows.Select(tick => SvgText.Width(tick.Label)).Append(24).Max() + 10;
        var area = WriteHead(canvas, plot, box, gutter);
        var columns = AxisTicks.Of(x, Math.Max(2, (int)(area.Width / 65)), plot.XAxis.WholeNumbers);
        WriteAxes(canvas, plot, area, columns.Select(tick => (x.Position(tick.Value), tick.Label)), rows.Select(tick => (y.Position(tick.Value), tick.Label)));

        (double X, double Y) Place(double horizontal, double vertical) => (x.Position(horizontal) * area.Width, (1 - y.Position(vertical)) * area.Height);
        canvas.BeginWindow(area.Left, area.Top, area.Width, area.Height, WindowBorder);
        SvgLines.Write(canvas, plot, Place);
        SvgLines.WriteMarks(canvas, plot, area.Width, area.Height, Place);
        canvas.EndWindow();
        if (!plot.Series.Any(series => series.Y.Any(value => AxisRange.IsDrawn(value, plot.YAxis.Scale))))
        {
            canvas.Text(area.Left + (area.Width / 2), area.Top + (area.Height / 2), "no values", "middle", SvgColours.FaintText);
        }
    }

    /// <summary>Writes what stands above the axes; returns the area that they enclose.</summary>
    private static SvgBox WriteHead(SvgCanvas canvas, Plot plot, SvgBox box, double gutter)
    {
        var top = box.Top;
        if (plot.Title.Length > 0)
        {
            canvas.Text(box.Left, top + 15, SvgText.Fit(plot.Title, box.Width, 14), "start", SvgColours.Text, ("font-size", "14"), ("font-weight", "600"));
            top += TitleHeight;
        }

        var legend = SvgLegend.Arrange(plot, box.Width);
        SvgLegend.Write(canvas, plot, legend, box.Left, top);
        top += legend.Count > 0 ? (legend[^1].Row + 1) * SvgLegend.RowHeight : 0;
        if (plot.YAxis.Title.Length > 0)
        {
            canvas.Text(box.Left, top + 15, SvgText.Fit(plot.YAxis.Title, box.Width), "start", SvgColours.FaintText);
            top += AxisTitleHeight;
        }

        top += 8;
        var below = TickHeight + (plot.XAxis.Title.Length > 0 ? AxisTitleHeight : 0);

        // However many rows the legend takes, something of the lines remains to be seen.
        return new(box.Left + gutter, top, box.Width - gutter - 12, Math.Max(box.Top + box.Height - below - top, 60));
    }

    private static void WriteAxes(
        SvgCanvas canvas, Plot plot, SvgBox area, IEnumerable<(double Position, string Label)> columns, IEnumerable<(double Position, string Label)> rows)
    {
        var bottom = area.Top + area.Height;
        foreach (var (position, label) in rows.Where(IsInside))
        {
            var y = bottom - (position * area.Height);
            canvas.Line(area.Left, y, area.Left + area.Width, y, SvgColours.Grid);
            canvas.Text(area.Left - 8, y + 4, label, "end", SvgColours.FaintText);
        }

        canvas.Line(area.Left, bottom, area.Left + area.Width, bottom, SvgColours.Axis);
        foreach (var (position, label) in columns.Where(IsInside))
        {
            var x = area.Left + (position * area.Width);
            canvas.Line(x, bottom, x, bottom + 4, SvgColours.Axis);
            canvas.Text(x, bottom + 18, label, "middle", SvgColours.FaintText);
        }

        if (plot.XAxis.Title.Length > 0)
        {
            canvas.Text(area.Left + (area.Width / 2), bottom + TickHeight + 13, SvgText.Fit(plot.XAxis.Title, area.Width), "middle", SvgColours.FaintText);
        }
    }

    private static bool IsInside((double Position, string Label) tick) => tick.Position is > -1e-6 and < 1 + 1e-6;
}
