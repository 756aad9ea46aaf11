namespace NetGen;

/// <summary>What is known of some rows of a file.</summary>
/// <param name="Rows">How many they are.</param>
/// <param name="Columns">What is known of each column.</param>
internal sealed record PartProfile(int Rows, ColumnProfile[] Columns);
