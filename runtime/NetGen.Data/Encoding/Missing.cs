using System.Globalization;

namespace NetGen;

/// <summary>What stands in for a missing number.</summary>
public sealed record Missing
{
    private Missing(MissingNumber kind, double value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>The mean of the column in the rows learned on.</summary>
    public static Missing Mean { get; } = new(MissingNumber.Mean, 0);

    /// <summary>The median of the column in the rows learned on; needs a table in memory. A stream allows it for columns where nothing is missing; a number missing later is refused then.</summary>
    public static Missing Median { get; } = new(MissingNumber.Median, 0);

    /// <summary>Nothing: a row with a missing number is refused.</summary>
    public static Missing Refuse { get; } = new(MissingNumber.Refuse, 0);

    internal MissingNumber Kind { get; }

    internal double Value { get; }

    /// <summary>A given number, in the unit of the column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static Missing Constant(double value) => double.IsFinite(value)
        ? new(MissingNumber.Constant, value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "What stands in for a missing number is finite.");

    /// <summary>What it is, for example <c>Constant(0)</c>.</summary>
    public override string ToString() => Kind == MissingNumber.Constant ? string.Create(CultureInfo.InvariantCulture, $"Constant({Value})") : Kind.ToString();
}

/// <summary>The kinds of <see cref="Missing"/>.</summary>
internal enum MissingNumber
{
    Mean,
    Median,
    Constant,
    Refuse,
}
