namespace NetGen;

/// <summary>Says what a column is, where its values alone would say something else: a postal code of digits is a category.</summary>
/// <param name="Name">The name of the column.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ColumnType(string Name, ColumnKind Kind)
{
    /// <summary>Whether a file may lack the column, as one that is to be predicted lacks the target.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>A column of numbers: any other text in it is refused when the file is read.</summary>
    public static ColumnType Number(string name) => new(name, ColumnKind.Number);

    /// <summary>A column of categories, even if all of its values are numbers.</summary>
    public static ColumnType Category(string name) => new(name, ColumnKind.Category);
}
