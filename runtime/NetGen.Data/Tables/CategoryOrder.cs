using System.Text;

namespace NetGen;

/// <summary>An order of categories that does not depend on the order of the rows.</summary>
internal static class CategoryOrder
{
    /// <summary>Sorts by number if all are finite numbers, otherwise by the codes of the characters.</summary>
    public static void Sort(string[] values)
    {
        var numbers = new double[values.Length];
        bool all = true;
        for (int i = 0; i < values.Length && all; i++)
        {
            all = DecimalText.TryParse(Encoding.UTF8.GetBytes(values[i]), (byte)'.', out numbers[i]) && double.IsFinite(numbers[i]);
        }

        Array.Sort(values, StringComparer.Ordinal);
        if (all)
        {
            // Stable, so that 1 and 1.0, which are two texts, keep the order of their characters.
            var sorted = values.OrderBy(value => DecimalText.TryParse(Encoding.UTF8.GetBytes(value), (byte)'.', out double number) ? number : 0).ToArray();
            sorted.CopyTo(values, 0);
        }
    }
}
