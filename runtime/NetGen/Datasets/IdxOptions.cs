namespace NetGen;

/// <summary>How images of IDX files become inputs.</summary>
public sealed record IdxOptions
{
    /// <summary>
    /// Whether pixels are normalised (the default); otherwise they are merely scaled from 0 … 255 to 0 … 1.
    /// </summary>
    public bool Normalize { get; init; } = true;

    /// <summary>
    /// The normalisation to use, for example that of the set on which a network was trained;
    /// null (the default): measured on the training part and applied to both parts.
    /// </summary>
    public Normalization? Normalization { get; init; }

    /// <summary>The names of the classes, in the order of the labels; null: none.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
