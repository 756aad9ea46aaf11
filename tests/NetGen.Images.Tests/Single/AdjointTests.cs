using NetGen.Images.Tests.Networks;

namespace NetGen.Images.Tests.Single;

/// <summary>A convolution without bias is linear in its image and in its weight, so that both gradients have the inner product with these that results have with their gradients.</summary>
public sealed class AdjointTests
{
    private const double Tolerance = 1e-6;

    private delegate float[] PredictMember(ReadOnlySpan<float> inputs);

    private delegate void BackwardMember(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> gradients, Span<float> inputGradients);

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var network in new[] { typeof(FilteredUnpaddedNet), typeof(FilteredTwoPanelsNet), typeof(FilteredThreePanelsNet), typeof(FilteredWideNet), typeof(FilteredHighNet) })
            {
                foreach (var batch in new[] { 1, 2, 5, 33 })
                {
                    data.Add(network.Name, batch);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Gradients_of_a_convolution_are_its_adjoints(string name, int batch)
    {
        var type = typeof(FilteredUnpaddedNet).Assembly.GetType($"{typeof(FilteredUnpaddedNet).Namespace}.{name}")!;
        var network = (INetwork)Activator.CreateInstance(type, 3UL)!;
        var info = (NetworkInfo)type.GetProperty("Info")!.GetValue(null)!;
        var parameters = (ParameterSet<float>)type.GetProperty("Parameters")!.GetValue(network)!;
        var predict = type.GetMethod("Predict", [typeof(ReadOnlySpan<float>)])!.CreateDelegate<PredictMember>(network);
        var backward = type.GetMethod("Backward")!.CreateDelegate<BackwardMember>(network);
        var random = new Random(batch);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        var (inputs, outputGradients, weight) = (Draw(batch * info.InputSize), Draw(batch * info.OutputSize), parameters[0].ToArray());
        var (gradients, inputGradients) = (new float[parameters.Length], new float[inputs.Length]);

        backward(inputs, outputGradients, gradients, inputGradients);

        var expected = Product(predict(inputs), outputGradients);
        AssertClose(expected, inputs, inputGradients);
        AssertClose(expected, weight, gradients);
    }

    private static void AssertClose(double expected, float[] values, float[] gradients) =>
        Assert.InRange(Math.Abs(expected - Product(values, gradients)) / Math.Sqrt(Product(values, values) * Product(gradients, gradients)), 0, Tolerance);

    private static double Product(float[] left, float[] right)
    {
        Assert.Equal(left.Length, right.Length);
        return left.Zip(right, (a, b) => (double)a * b).Sum();
    }
}
