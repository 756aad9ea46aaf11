namespace NetGen;

/// <summary>How one column is encoded, where it differs from the others. What is null follows <see cref="EncodingOptions"/>.</summary>
/// <param name="Name">The name of the column.</param>
public sealed record ColumnOptions(string Name)
{
    /// <summary>The scaling of a column of numbers.</summary>
    public Scaling? Scaling { get; init; }

    /// <summary>What stands in for a missing number.</summary>
    public Missing? MissingNumbers { get; init; }

    /// <summary>Whether a further input tells if a number is missing.</summary>
    public bool? MissingIndicator { get; init; }

    /// <summary>The encoding of a column of categories.</summary>
    public CategoryEncoding? Category { get; init; }

    /// <summary>What becomes of a missing category.</summary>
    public MissingCategory? MissingCategories { get; init; }

    /// <summary>What becomes of a category never seen.</summary>
    public UnknownCategory? UnknownCategory { get; init; }
}
