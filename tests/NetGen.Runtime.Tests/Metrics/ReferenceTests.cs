namespace NetGen.Runtime.Tests.Metrics;

public sealed class ReferenceTests
{
    public static TheoryData<string> Cases() => [.. ReferenceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Metrics_are_those_of_scikit_learn(string name)
    {
        var expected = ReferenceCase.All[name];
        Assert.NotEmpty(expected.Metrics);
        foreach (int batchSize in (int[])[17, 1000])
        {
            var evaluation = expected.Evaluate(batchSize);
            foreach (var (metric, values) in expected.Metrics)
            {
                AssertClose(values, ReferenceCase.Found(evaluation, metric), $"{metric} of {name}, batches of {batchSize}");
            }
        }
    }

    private static void AssertClose(double?[] expected, double?[] found, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool agrees = expected[i] is double value ? found[i] is double other && Math.Abs(value - other) <= 1e-10 * Math.Max(1, Math.Abs(value)) : found[i] is null;
            Assert.True(agrees, $"{what}[{i}]: expected {expected[i]?.ToString("R") ?? "null"}, found {found[i]?.ToString("R") ?? "null"}");
        }
    }
}
