namespace NetGen;

/// <summary>An axis of a <see cref="Plot"/>.</summary>
/// <param name="Title">What the values are, with their unit; empty: no title.</param>
public sealed record PlotAxis(string Title)
{
    /// <summary>How values become lengths.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>Where the axis begins; null: where the values do. Positive on a logarithmic axis, otherwise without effect.</summary>
    public double? Minimum { get; init; }

    /// <summary>Where the axis ends; null: where the values do. Above <see cref="Minimum"/>, otherwise both are without effect.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the values are whole, such as epochs: then only whole numbers are written at a linear axis.</summary>
    public bool WholeNumbers { get; init; }
}
