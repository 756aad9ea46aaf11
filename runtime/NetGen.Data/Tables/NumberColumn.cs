using System.Globalization;

namespace NetGen;

/// <summary>A column of numbers, NaN standing for a missing one.</summary>
internal sealed class NumberColumn(string name, double[] values) : TableColumn(name, ColumnKind.Number)
{
    private NumberStatistics? _statistics;
    private double[]? _distinct;

    /// <summary>One number for each row; not to be written to.</summary>
    public double[] Values { get; } = values;

    public override int Count => Values.Length;

    public override int Missing => (int)(Values.Length - Numbers.Count);

    public override int DistinctCount => DistinctNumbers().Length;

    public override IReadOnlyList<string> Distinct => Array.ConvertAll(DistinctNumbers(), Format);

    internal override NumberStatistics Numbers => _statistics ??= Measure();

    internal override bool IsMissing(int row) => double.IsNaN(Values[row]);

    internal override double NumberAt(int row) => Values[row];

    internal override string? TextAt(int row) => double.IsNaN(Values[row]) ? null : Format(Values[row]);

    internal override TableColumn Rows(ReadOnlySpan<int> rows)
    {
        var values = new double[rows.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Values[rows[i]];
        }

        return new NumberColumn(Name, values);
    }

    /// <summary>The middle one of the numbers, or the mean of the two middle ones; NaN if all are missing.</summary>
    public double Median()
    {
        double[] sorted = [.. Values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        int half = sorted.Length / 2;
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] / 2) + (sorted[half] / 2);
    }

    private static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private double[] DistinctNumbers()
    {
        if (_distinct is null)
        {
            double[] distinct = [.. Values.Where(value => !double.IsNaN(value)).Distinct()];
            Array.Sort(distinct);
            _distinct = distinct;
        }

        return _distinct;
    }

    private NumberStatistics Measure()
    {
        var statistics = new NumberStatistics();
        foreach (double value in Values)
        {
            if (!double.IsNaN(value))
            {
                statistics.Add(value);
            }
        }

        return statistics;
    }
}
