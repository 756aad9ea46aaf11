using System.Globalization;
using NetGen.Accuracy;
using NetGen.Compiler.Emission.Simd;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>Values of mpmath, computed in 400 digits and rounded to the sum of two doubles; made by tests/reference/approximations.py.</summary>
internal static class StoredValues
{
    public static IEnumerable<(Function Function, double X, double Y, DoubleDouble Value)> All()
    {
        using var stream = typeof(StoredValues).Assembly.GetManifestResourceStream("functions.csv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            double Number(int i) => BitConverter.UInt64BitsToDouble(ulong.Parse(parts[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            yield return (Enum.Parse<Function>(parts[0], ignoreCase: true), Number(1), Number(2), new(Number(3), Number(4)));
        }
    }
}
