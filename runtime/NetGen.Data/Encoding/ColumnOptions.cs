namespace NetGen;

/// <summary>How one column is encoded, where it differs from the others. What is null follows <see cref="EncodingOptions"/>.</summary>
/// <param name="Name">The name of the column.</param>
public sealed record ColumnOptions(string Name)
{
    /// <summary>The scaling of a column of numbers.</summary>
    public Scaling? Scaling { get; init; }

    /// <summary>What stands in for a missing number.</summary>
    public Missing? MissingNumbers { get; init; }

    /// <summary>
    /// The values of a column of categories, in the order of their inputs or labels; null: those of the rows learned on, in alphabetical order or by number. Declared,
    /// the column has the same inputs whichever rows are learned on, one of them for a missing value unless <see cref="MissingIndicator"/> is false or
    /// <see cref="MissingCategories"/> do without. Rows learned on with another value are refused, unless <see cref="UnknownCategory"/> is set to zeros here.
    /// </summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>
    /// Whether a further input tells if the value is missing. True: always, even if nothing is missing in the rows learned on, so that the number of inputs does not
    /// depend on them; null: numbers follow <see cref="EncodingOptions.MissingIndicator"/>, categories have it where one is missing in the rows learned on.
    /// </summary>
    public bool? MissingIndicator { get; init; }

    /// <summary>The encoding of a column of categories.</summary>
    public CategoryEncoding? Category { get; init; }

    /// <summary>What becomes of a missing category.</summary>
    public MissingCategory? MissingCategories { get; init; }

    /// <summary>What becomes of a category never seen.</summary>
    public UnknownCategory? UnknownCategory { get; init; }
}
