namespace NetGen;

/// <summary>Names of columns in messages.</summary>
internal static class ColumnNames
{
    private const int Shown = 40;

    /// <summary>An exception that lists the columns there are.</summary>
    public static ArgumentException Unknown(string source, string name, IReadOnlyCollection<string> known)
    {
        string? near = known.FirstOrDefault(other => string.Equals(other.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
        string hint = near is null ? "" : $" Is '{near}' meant?";
        return new($"'{source}' has no column '{name}'.{hint} The columns are: {List(known)}.");
    }

    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Count > Shown ? $" and {names.Count - Shown} more" : "");
}
