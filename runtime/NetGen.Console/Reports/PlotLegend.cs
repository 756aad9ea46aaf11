namespace NetGen;

/// <summary>The names of a plot's lines, axis and marks below it, in as many lines as they need.</summary>
internal static class PlotLegend
{
    private const string Gap = "   ";

    /// <param name="plot">The plot.</param>
    /// <param name="width">How long a line may be.</param>
    /// <param name="sample">What a line of the plot looks like.</param>
    /// <returns>Lines of parts; a part that is a sample tells which line of the plot it stands for.</returns>
    public static IEnumerable<IReadOnlyList<(string Text, int? Series)>> Lines(Plot plot, int width, Func<int, string> sample)
    {
        var line = new List<(string Text, int? Series)>();
        var used = 0;
        foreach (var (mark, text, series) in Entries(plot, sample))
        {
            var fit = CellText.Fit(CellText.Clean(text), Math.Max(width - mark.Length - 1 - Gap.Length, 1));
            var needs = Gap.Length + mark.Length + (mark.Length > 0 ? 1 : 0) + CellText.Width(fit);
            if (used > 0 && used + needs > width)
            {
                yield return line;
                (line, used) = ([], 0);
            }

            line.AddRange([(Gap + mark, series), ((mark.Length > 0 ? " " : "") + fit, null)]);
            used += needs;
        }

        if (used > 0)
        {
            yield return line;
        }
    }

    private static IEnumerable<(string Mark, string Text, int? Series)> Entries(Plot plot, Func<int, string> sample)
    {
        if (plot.XAxis.Title.Length > 0)
        {
            yield return ("", $"over: {plot.XAxis.Title}{(plot.XAxis.Scale == AxisScale.Logarithmic ? " (logarithmic)" : "")}", null);
        }

        for (var index = 0; index < plot.Series.Count; index++)
        {
            yield return (sample(index), plot.Series[index].Name, index);
        }

        foreach (var mark in plot.Marks.Where(mark => mark.Label.Length > 0))
        {
            yield return ("", mark.Label, null);
        }
    }
}
