namespace NetGen.Runtime.Tests.Tensors;

/// <summary>Comparison of values, with a message that says where they part.</summary>
internal static class Close
{
    public static void Assert(IReadOnlyList<double> expected, Tensor found, double tolerance, string what)
    {
        double[] values = found.ToDoubleArray();
        Xunit.Assert.True(expected.Count == values.Length, $"{what}: expected {expected.Count} values, found {found}");
        for (int i = 0; i < values.Length; i++)
        {
            bool agrees = expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]));
            Xunit.Assert.True(agrees, $"{what}[{i}]: expected {expected[i]:R}, found {values[i]:R}; {found}");
        }
    }

    public static void Assert(Tensor expected, Tensor found, double tolerance, string what)
    {
        Xunit.Assert.Equal(expected.Shape, found.Shape);
        Xunit.Assert.Equal(expected.Batch, found.Batch);
        Assert(expected.ToDoubleArray(), found, tolerance, what);
    }
}
