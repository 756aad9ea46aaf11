namespace NetGen;

/// <summary>A line of a <see cref="Plot"/>.</summary>
public sealed record PlotSeries
{
    /// <summary>A line through points.</summary>
    /// <param name="name">What the line is, for the legend.</param>
    /// <param name="x">The abscissas, in the order in which they are connected.</param>
    /// <param name="y">The ordinates, one for each abscissa. What is NaN or infinite leaves a gap.</param>
    /// <exception cref="ArgumentException">There are not as many ordinates as abscissas.</exception>
    public PlotSeries(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
        {
            throw new ArgumentException($"Line '{name}' has {x.Count} abscissas and {y.Count} ordinates; every point needs one of each.", nameof(y));
        }

        Name = name;
        X = x;
        Y = y;
    }

    /// <summary>What the line is.</summary>
    public string Name { get; }

    /// <summary>The abscissas.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>The ordinates.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Whether the line is thin and dashed, for what others are compared with, such as chance.</summary>
    public bool Dashed { get; init; }

    /// <summary>Which colour of the palette; null: by the position among the lines. Keeps validation in one colour over several plots.</summary>
    internal int? Colour { get; init; }
}
