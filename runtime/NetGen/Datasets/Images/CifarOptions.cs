namespace NetGen;

/// <summary>How the pictures of CIFAR files become inputs.</summary>
public sealed record CifarOptions
{
    /// <summary>Whether pixels are normalised (the default); otherwise they are merely scaled from 0 … 255 to 0 … 1.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Whether the training part is measured for red, green and blue each (the default), or for all of them together.</summary>
    public bool PerChannel { get; init; } = true;

    /// <summary>
    /// The normalisation to use, for example that of the set on which a network was trained;
    /// null (the default): measured on the training part and applied to both parts.
    /// </summary>
    public Normalization? Normalization { get; init; }

    /// <summary>The names of the classes, in the order of the labels; null: those of the text file in the folder, if it is there.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Whether the labels of CIFAR-100 are its 20 superclasses instead of its 100 classes. CIFAR-10 has only its classes.</summary>
    public bool CoarseLabels { get; init; }
}
