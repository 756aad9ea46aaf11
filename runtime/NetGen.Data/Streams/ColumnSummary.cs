namespace NetGen;

/// <summary>What is known of a column whose values stay in the file.</summary>
/// <param name="Name">The name, as in the header.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Missing">How many rows have no value.</param>
/// <param name="Minimum">The smallest number; NaN for categories and where every value is missing, as are the following.</param>
/// <param name="Maximum">The largest number.</param>
/// <param name="Mean">The mean of the numbers that are there.</param>
/// <param name="StandardDeviation">Their population standard deviation.</param>
/// <param name="Distinct">The different categories in their order; null for numbers, and where there are too many to be kept (100,000, or where all columns together
/// have more than 32 MB: then the column with most of it keeps none).</param>
public sealed record ColumnSummary(
    string Name, ColumnKind Kind, long Missing, double Minimum, double Maximum, double Mean, double StandardDeviation, IReadOnlyList<string>? Distinct);
