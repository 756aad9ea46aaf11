namespace NetGen;

/// <summary>A column of a <see cref="CsvTable"/>: its name, what its values are, and what they look like together.</summary>
public abstract class TableColumn
{
    private protected TableColumn(string name, ColumnKind kind)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>The name, as in the header.</summary>
    public string Name { get; }

    /// <summary>What the values are.</summary>
    public ColumnKind Kind { get; }

    /// <summary>How many rows the table has.</summary>
    public abstract int Count { get; }

    /// <summary>How many rows have no value here.</summary>
    public abstract int Missing { get; }

    /// <summary>How many different values there are, missing ones aside.</summary>
    public abstract int DistinctCount { get; }

    /// <summary>
    /// The different values as text, missing ones aside: in the order of numbers if all are numbers, otherwise in the order of their characters' codes.
    /// </summary>
    public abstract IReadOnlyList<string> Distinct { get; }

    /// <summary>The smallest number; NaN for categories and where every value is missing.</summary>
    public double Minimum => Numbers.Minimum;

    /// <summary>The largest number; NaN for categories and where every value is missing.</summary>
    public double Maximum => Numbers.Maximum;

    /// <summary>The mean of the numbers that are there; NaN for categories and where every value is missing.</summary>
    public double Mean => Numbers.Mean;

    /// <summary>The population standard deviation of the numbers that are there; NaN for categories and where every value is missing.</summary>
    public double StandardDeviation => Numbers.Deviation;

    /// <summary>What is known of the numbers.</summary>
    internal abstract NumberStatistics Numbers { get; }

    /// <summary>Whether a row has no value here.</summary>
    internal abstract bool IsMissing(int row);

    /// <summary>The number in a row, NaN if missing.</summary>
    /// <exception cref="InvalidOperationException">The column has categories.</exception>
    internal virtual double NumberAt(int row) =>
        throw new InvalidOperationException($"Column '{Name}' has categories, not numbers: read it as text, or declare it a number when the table is loaded.");

    /// <summary>The text in a row, null if missing; numbers in the shortest form that reads back as the same number.</summary>
    internal abstract string? TextAt(int row);

    /// <summary>The column of some rows, in a given order.</summary>
    internal abstract TableColumn Rows(ReadOnlySpan<int> rows);

    /// <summary>Says what there is, for example <c>tenure: Number, 72 distinct, 0 missing, 1 to 72, mean 32.4</c>.</summary>
    public override string ToString() => Kind == ColumnKind.Number
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}: Number, {DistinctCount} distinct, {Missing} missing, {Minimum} to {Maximum}, mean {Mean:G6}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}: Category, {DistinctCount} distinct, {Missing} missing");
}
