namespace NetGen;

public sealed partial class CsvTable
{
    /// <summary>The rows that fulfil a condition, in their order.</summary>
    /// <exception cref="InvalidOperationException">No row does.</exception>
    public CsvTable Where(Func<TableRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        int[] rows = [.. Rows.Where(condition).Select(row => row.Index)];
        return rows.Length > 0 ? Subset(rows) : throw new InvalidOperationException($"None of the {Count} rows of '{Source}' fulfils the condition; a table has at least one row.");
    }

    /// <summary>The first rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1 or above <see cref="Count"/>.</exception>
    public CsvTable Take(int count) => count >= 1 && count <= Count
        ? Subset([.. Enumerable.Range(0, count)])
        : throw new ArgumentOutOfRangeException(nameof(count), count, $"Between 1 and {Count} rows can be taken from this table.");

    /// <summary>The rows with the given numbers, in that order; a number may occur more than once.</summary>
    /// <exception cref="ArgumentException">There is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number names no row.</exception>
    public CsvTable Subset(params ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("A table has at least one row; no number was given.", nameof(rows));
        }

        foreach (int row in rows)
        {
            _ = this[row];
        }

        var columns = new TableColumn[Columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = Columns[i].Rows(rows);
        }

        return new(Source, columns, rows.Length, Missing);
    }

    /// <summary>All rows in an order drawn from the seed: the same on every machine.</summary>
    public CsvTable Shuffle(ulong seed)
    {
        var order = new int[Count];
        Permutation.Draw(order, seed);
        return Subset(order);
    }
}
