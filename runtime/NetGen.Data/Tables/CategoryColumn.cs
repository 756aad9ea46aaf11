namespace NetGen;

/// <summary>A column of categories: each row has the number of one of the known values.</summary>
internal sealed class CategoryColumn(string name, int[] codes, string[] values) : TableColumn(name, ColumnKind.Category)
{
    private long[]? _counts;
    private string[]? _distinct;

    /// <summary>For each row an index into <see cref="Values"/>, -1 if missing; not to be written to.</summary>
    public int[] Codes { get; } = codes;

    /// <summary>The texts, in any order; a part of a table may use only some of them.</summary>
    public string[] Values { get; } = values;

    public override int Count => Codes.Length;

    public override int Missing => Codes.Length - (int)Counts.Sum();

    public override int DistinctCount => Distinct.Count;

    public override IReadOnlyList<string> Distinct
    {
        get
        {
            if (_distinct is null)
            {
                string[] distinct = [.. Values.Where((_, code) => Counts[code] > 0)];
                CategoryOrder.Sort(distinct);
                _distinct = distinct;
            }

            return _distinct;
        }
    }

    /// <summary>How many rows have each of the <see cref="Values"/>.</summary>
    internal long[] Counts => _counts ??= CountCodes();

    internal override NumberStatistics Numbers => default;

    internal override bool IsMissing(int row) => Codes[row] < 0;

    internal override string? TextAt(int row) => Codes[row] < 0 ? null : Values[Codes[row]];

    internal override TableColumn Rows(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = Codes[rows[i]];
        }

        return new CategoryColumn(Name, codes, Values);
    }

    private long[] CountCodes()
    {
        var counts = new long[Values.Length];
        foreach (int code in Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts;
    }
}
