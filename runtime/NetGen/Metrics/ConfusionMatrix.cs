using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>How often each class was taken for each: rows are the targets, columns the answers. Answers that are NaN are in no cell.</summary>
public sealed class ConfusionMatrix
{
    private const string Gap = "  ";

    private readonly long[] _counts;

    /// <summary>A matrix over counts in rows.</summary>
    internal ConfusionMatrix(string[] classNames, long[] counts)
    {
        ClassNames = Array.AsReadOnly(classNames);
        _counts = counts;
    }

    /// <summary>The number of classes.</summary>
    public int Classes => ClassNames.Count;

    /// <summary>The names of the classes; their numbers where no names are known.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The sum of all cells.</summary>
    public long Total => _counts.Sum();

    /// <summary>How many targets of one class got another (or the same) as the answer.</summary>
    /// <param name="actual">The class of the target.</param>
    /// <param name="predicted">The class of the answer.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted] => _counts[(Valid(actual, nameof(actual)) * Classes) + Valid(predicted, nameof(predicted))];

    /// <summary>How many targets are of a class.</summary>
    /// <param name="actual">The class.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long RowSum(int actual)
    {
        long sum = 0;
        foreach (long count in _counts.AsSpan(Valid(actual, nameof(actual)) * Classes, Classes))
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>How often a class was the answer.</summary>
    /// <param name="predicted">The class.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long ColumnSum(int predicted)
    {
        long sum = 0;
        for (int i = Valid(predicted, nameof(predicted)); i < _counts.Length; i += Classes)
        {
            sum += _counts[i];
        }

        return sum;
    }

    /// <summary>The matrix as a table with the names of the classes; lines end in <c>\n</c>.</summary>
    /// <returns>The table.</returns>
    public override string ToString()
    {
        var cells = _counts.Select(count => count.ToString(CultureInfo.InvariantCulture)).ToArray();
        int first = ClassNames.Max(name => name.Length);
        var widths = ClassNames.Select((name, column) => Math.Max(name.Length, Enumerable.Range(0, Classes).Max(row => cells[(row * Classes) + column].Length))).ToArray();
        var text = new StringBuilder();
        text.Append(' ', first);
        for (int column = 0; column < Classes; column++)
        {
            text.Append(Gap).Append(ClassNames[column].PadLeft(widths[column]));
        }

        text.Append('\n');
        for (int row = 0; row < Classes; row++)
        {
            text.Append(ClassNames[row].PadRight(first));
            for (int column = 0; column < Classes; column++)
            {
                text.Append(Gap).Append(cells[(row * Classes) + column].PadLeft(widths[column]));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private int Valid(int label, string parameter) => (uint)label < (uint)Classes
        ? label
        : throw new ArgumentOutOfRangeException(parameter, label, $"The matrix has classes 0 to {Classes - 1}.");
}
