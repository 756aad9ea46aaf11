namespace NetGen;

/// <summary>A whole picture, and how it becomes a file.</summary>
internal static class SvgDocument
{
    private const double Width = 760;
    private const double Border = 20;
    private const double PlotHeight = 400;
    private const double SmallHeight = 250;
    private const double Gap = 24;
    private const double TitleHeight = 34;

    public static string Of(Plot plot)
    {
        using var canvas = new SvgCanvas(Width, PlotHeight + (2 * Border), plot.Title);
        SvgPanel.Write(canvas, plot, new(Border, Border, Width - (2 * Border), PlotHeight));
        return canvas.Complete();
    }

    public static string Of(BarChart chart)
    {
        using var canvas = new SvgCanvas(Width, SvgBars.Height(chart) + (2 * Border), chart.Title);
        SvgBars.Write(canvas, chart, new(Border, Border, Width - (2 * Border), SvgBars.Height(chart)));
        return canvas.Complete();
    }

    public static string Of(PlotFigure figure)
    {
        var boxes = Arrange(figure.Plots.Count, Border + (figure.Title.Length > 0 ? TitleHeight : 0));
        var bottom = boxes.Count > 0 ? boxes[^1].Top + boxes[^1].Height : Border + TitleHeight;
        using var canvas = new SvgCanvas(Width, bottom + Border, figure.Title);
        if (figure.Title.Length > 0)
        {
            var title = SvgText.Fit(figure.Title, Width - (2 * Border), 18);
            canvas.Text(Border, Border + 16, title, "start", SvgColours.Text, ("font-size", "18"), ("font-weight", "600"));
        }

        for (var index = 0; index < boxes.Count; index++)
        {
            SvgPanel.Write(canvas, figure.Plots[index], boxes[index]);
        }

        return canvas.Complete();
    }

    private static List<SvgBox> Arrange(int plots, double top)
    {
        const double Whole = Width - (2 * Border);
        const double Half = (Whole - Gap) / 2;
        var boxes = new List<SvgBox>();
        for (var index = 0; index < plots; index++)
        {
            var row = (index + 1) / 2;
            var y = row == 0 ? top : top + PlotHeight - TitleHeight + Gap + ((row - 1) * (SmallHeight + Gap));
            boxes.Add(index == 0 || plots == 2
                ? new(Border, y, Whole, row == 0 ? PlotHeight - TitleHeight : SmallHeight)
                : new(Border + (index % 2 == 1 ? 0 : Half + Gap), y, Half, SmallHeight));
        }

        return boxes;
    }
}
