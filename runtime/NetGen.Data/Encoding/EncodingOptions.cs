namespace NetGen;

/// <summary>How a table becomes inputs and targets. Whatever has to be learned, such as a mean, is learned by <c>TableEncoder.Fit</c>.</summary>
public sealed record EncodingOptions
{
    /// <summary>The column to predict; null: there is none, and the encoder makes inputs alone.</summary>
    public string? Target { get; init; }

    /// <summary>Several columns of numbers to predict at once; an alternative to <see cref="Target"/>.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>What is learned from the target; null: labels for a column of categories, values for a column of numbers.</summary>
    public TargetKind? TargetKind { get; init; }

    /// <summary>
    /// For <see cref="NetGen.TargetKind.Binary"/>: the class whose target is 1. Null: the second of two classes in their order, or targets that are 0 and 1 already.
    /// </summary>
    public string? PositiveClass { get; init; }

    /// <summary>Whether targets of regression are standardised; <c>TableEncoder.ToOriginal</c> turns predictions back.</summary>
    public bool ScaleTarget { get; init; }

    /// <summary>Columns that are no inputs: identifiers, and what is known only after the target.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The scaling of numbers.</summary>
    public Scaling Numbers { get; init; }

    /// <summary>The encoding of categories.</summary>
    public CategoryEncoding Categories { get; init; }

    /// <summary>What stands in for a missing number.</summary>
    public Missing MissingNumbers { get; init; } = Missing.Mean;

    /// <summary>Whether columns of numbers with missing ones in the rows learned on get a further input that is 1 where the number is missing.</summary>
    public bool MissingIndicator { get; init; }

    /// <summary>What becomes of a missing category.</summary>
    public MissingCategory MissingCategories { get; init; }

    /// <summary>What becomes of a category never seen.</summary>
    public UnknownCategory UnknownCategory { get; init; }

    /// <summary>Columns that differ from the others.</summary>
    public IReadOnlyList<ColumnOptions> Columns { get; init; } = [];

    /// <summary>How many values a one-hot column has at most. An identifier encoded by mistake would have as many inputs as there are rows.</summary>
    public int MostCategories { get; init; } = 1000;

    /// <summary>Columns that become inputs of their own, for networks with several; all columns together are always available, too.</summary>
    public IReadOnlyList<InputGroup> Groups { get; init; } = [];
}
