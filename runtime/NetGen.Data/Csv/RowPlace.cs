namespace NetGen;

/// <summary>Where a row stands.</summary>
/// <param name="Source">The file.</param>
/// <param name="Row">Its number, the first row of data being 1; 0: the header.</param>
/// <param name="Line">The line on which it begins.</param>
internal readonly record struct RowPlace(string Source, long Row, long Line)
{
    /// <summary>An exception about a field of the row.</summary>
    public InvalidDataException Invalid(string column, string problem) => Invalid($"column '{column}': {problem}");

    /// <summary>An exception about the row.</summary>
    public InvalidDataException Invalid(string problem) => new($"'{Source}', {(Row == 0 ? "header" : $"row {Row}")} (line {Line}): {problem}.");
}
