using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Mean, variance and extremes of each of some columns, gathered row by row: Welford 1962.</summary>
internal sealed class ColumnStatistics(int columns)
{
    private readonly double[] _means = new double[columns];
    private readonly double[] _squares = new double[columns];
    private readonly double[] _minima = Filled(columns, double.PositiveInfinity);
    private readonly double[] _maxima = Filled(columns, double.NegativeInfinity);
    private readonly int[] _nonzero = new int[columns];

    public int Columns => columns;

    public int Rows { get; private set; }

    /// <summary>Whether all values are whole numbers.</summary>
    public bool AreWhole { get; private set; } = true;

    public static double ToDouble<T>(T value)
        where T : unmanaged => typeof(T) == typeof(int) ? Unsafe.BitCast<T, int>(value) : TargetRange.ToDouble(value);

    public void Add<T>(ReadOnlySpan<T> row)
        where T : unmanaged
    {
        Rows++;
        for (int column = 0; column < row.Length; column++)
        {
            double value = ToDouble(row[column]), change = value - _means[column];
            _means[column] += change / Rows;
            _squares[column] += change * (value - _means[column]);
            _minima[column] = Math.Min(_minima[column], value);
            _maxima[column] = Math.Max(_maxima[column], value);
            _nonzero[column] += value != 0 ? 1 : 0;
            AreWhole &= Math.Floor(value) == value;
        }
    }

    public double Mean(int column) => _means[column];

    public double Minimum(int column) => _minima[column];

    public double Maximum(int column) => _maxima[column];

    public bool IsConstant(int column) => _minima[column] == _maxima[column];

    public double Variance(int column) => _squares[column] / Math.Max(Rows, 1);

    public double Deviation(int column) => Math.Sqrt(Variance(column));

    public double NonzeroPart(int column) => (double)_nonzero[column] / Math.Max(Rows, 1);

    /// <summary>The root of the mean square of all values of some columns.</summary>
    public double RootMeanSquare(int start, int count) =>
        Math.Sqrt(Enumerable.Range(start, count).Average(column => Variance(column) + (Mean(column) * Mean(column))));

    /// <summary>The same of those that are not zero; zero without any.</summary>
    public double NonzeroRootMeanSquare(int start, int count)
    {
        double part = Enumerable.Range(start, count).Average(NonzeroPart);
        return part > 0 ? RootMeanSquare(start, count) / Math.Sqrt(part) : 0;
    }

    /// <summary>The variance that a guess of each column's own mean leaves, averaged over the columns.</summary>
    public double MeanVariance(int start, int count) => Enumerable.Range(start, count).Average(Variance);

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
