namespace NetGen;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers, kept as <see cref="double"/>.</summary>
    Number,

    /// <summary>Texts, each one of a number of distinct values: a class, a country, a yes or no, an identifier.</summary>
    Category,
}
