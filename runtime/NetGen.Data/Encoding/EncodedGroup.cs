namespace NetGen;

/// <summary>Columns that form an input of a network.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Columns">The columns in the order of their inputs.</param>
internal sealed record EncodedGroup(string Name, InputColumn[] Columns)
{
    public int Size { get; } = Columns.Sum(column => column.Width);

    public string[] InputNames { get; } = [.. Columns.SelectMany(column => column.InputNames)];

    /// <summary>The inputs of each column.</summary>
    public FeatureGroup[] FeatureGroups { get; } = Grouped(Columns);

    /// <summary>The first token id of each column: those of all columns are distinct, so that one embedding serves them. Of other groups null.</summary>
    public int[]? TokenOffsets { get; } = Offsets(Columns);

    /// <summary>How many token ids there are.</summary>
    public int TokenCount => TokenOffsets is null ? 0 : TokenOffsets[^1] + ((CategoryInput)Columns[^1]).Count + 1;

    private static FeatureGroup[] Grouped(InputColumn[] columns)
    {
        int next = 0;
        return [.. columns.Select(column => new FeatureGroup(column.Name, [.. Enumerable.Range((next += column.Width) - column.Width, column.Width)]))];
    }

    private static int[]? Offsets(InputColumn[] columns)
    {
        var offsets = new int[columns.Length];
        int next = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] is not CategoryInput { Encoding: CategoryEncoding.Index } category)
            {
                return null;
            }

            offsets[i] = next;
            next += category.Count + 1;
        }

        return offsets;
    }
}
