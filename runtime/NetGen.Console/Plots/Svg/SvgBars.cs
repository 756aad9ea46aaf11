namespace NetGen;

/// <summary>The bars of a chart: labels, axis, bars, and how uncertain they are.</summary>
internal static class SvgBars
{
    private const double TitleHeight = 26;
    private const double AxisHeight = 22;
    private const double AxisTitleHeight = 20;
    private const double RowHeight = 22;
    private const double BarHeight = 14;
    private const double WidestLabel = 260;

    public static double Height(BarChart chart) => Head(chart) + (Math.Max(1, chart.Bars.Count) * RowHeight) + AxisHeight + (chart.ValueAxis.Length > 0 ? AxisTitleHeight : 0);

    public static void Write(SvgCanvas canvas, BarChart chart, SvgBox box)
    {
        if (chart.Title.Length > 0)
        {
            canvas.Text(box.Left, box.Top + 15, SvgText.Fit(chart.Title, box.Width, 14), "start", SvgColours.Text, ("font-size", "14"), ("font-weight", "600"));
        }

        var gutter = chart.Bars.Select(bar => Math.Min(SvgText.Width(bar.Label), WidestLabel)).Append(24).Max() + 10;
        var area = new SvgBox(box.Left + gutter, box.Top + Head(chart), box.Width - gutter - 12, Math.Max(1, chart.Bars.Count) * RowHeight);
        var range = AxisRange.Of(new PlotAxis(""), chart.Bars.SelectMany(Ends).Append(0), margin: 0.03);
        double Place(double value) => area.Left + (range.Position(value) * area.Width);
        WriteAxis(canvas, chart, area, range, Place);
        for (var index = 0; index < chart.Bars.Count; index++)
        {
            var bar = chart.Bars[index];
            var middle = area.Top + ((index + 0.5) * RowHeight);
            canvas.Text(area.Left - 8, middle + 4, SvgText.Fit(bar.Label, WidestLabel), "end", SvgColours.Text);
            if (AxisRange.IsDrawn(bar.Value, AxisScale.Linear))
            {
                WriteBar(canvas, bar, middle, Place);
            }
        }

        canvas.Line(Place(0), area.Top, Place(0), area.Top + area.Height, SvgColours.Axis);
    }

    private static double Head(BarChart chart) => chart.Title.Length > 0 ? TitleHeight : 0;

    private static double[] Ends(Bar bar) => [bar.Value - bar.Deviation, bar.Value, bar.Value + bar.Deviation];

    private static void WriteAxis(SvgCanvas canvas, BarChart chart, SvgBox area, AxisRange range, Func<double, double> place)
    {
        var bottom = area.Top + area.Height;
        foreach (var tick in AxisTicks.Of(range, Math.Max(2, (int)(area.Width / 75)), whole: false))
        {
            canvas.Line(place(tick.Value), area.Top, place(tick.Value), bottom, SvgColours.Grid);
            canvas.Text(place(tick.Value), bottom + 16, tick.Label, "middle", SvgColours.FaintText);
        }

        if (chart.ValueAxis.Length > 0)
        {
            canvas.Text(area.Left + (area.Width / 2), bottom + AxisHeight + 13, SvgText.Fit(chart.ValueAxis, area.Width), "middle", SvgColours.FaintText);
        }
    }

    private static void WriteBar(SvgCanvas canvas, Bar bar, double middle, Func<double, double> place)
    {
        var (from, to) = (place(Math.Min(bar.Value, 0)), place(Math.Max(bar.Value, 0)));
        canvas.Rectangle(from, middle - (BarHeight / 2), to - from, BarHeight, bar.Value < 0 ? SvgColours.Negative : SvgColours.Positive);
        var (low, high) = (bar.Value - bar.Deviation, bar.Value + bar.Deviation);
        if (low < high && AxisRange.IsDrawn(low, AxisScale.Linear) && AxisRange.IsDrawn(high, AxisScale.Linear))
        {
            canvas.Line(place(low), middle, place(high), middle, SvgColours.Text);
            canvas.Line(place(low), middle - 4, place(low), middle + 4, SvgColours.Text);
            canvas.Line(place(high), middle - 4, place(high), middle + 4, SvgColours.Text);
        }
    }
}
