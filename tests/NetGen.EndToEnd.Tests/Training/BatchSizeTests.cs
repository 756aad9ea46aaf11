namespace NetGen.EndToEnd.Tests.Training;

/// <summary>
/// A sample's prediction does not depend on its companions: the same bits in any batch of two and more. A batch of one may add up
/// its products in another order, so it agrees to rounding.
/// </summary>
public sealed class BatchSizeTests
{
    private const float Rounding = 1e-5f;

    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, 40), 127, 511, 512, 513, 1025];

    [Theory, MemberData(nameof(Sizes))]
    public void Predictions_of_a_batch_are_those_of_its_samples(int size)
    {
        Check(size, 131, 10, new WideNet(3).Predict);
        Check(size, 15, 3, new RowsNet(3).Predict);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Predictions_of_a_batch_are_those_of_its_samples_in_double_precision(int size)
    {
        var net = new WideDoubleNet(3);
        var inputs = Samples.Doubles(size * 131, size);
        var together = net.Predict(inputs);
        for (var first = 0; first < size; first += 2)
        {
            var pair = Math.Min(2, size - first);
            var alone = net.Predict(inputs.AsSpan(first * 131, pair * 131));
            AssertSame(together.AsSpan(first * 3, pair * 3), alone, size == 1 || pair == 1 ? 1e-14 : 0);
        }
    }

    private static void Check(int size, int inputSize, int outputSize, Func<ReadOnlySpan<float>, float[]> predict)
    {
        var inputs = Samples.Singles(size * inputSize, size);
        var together = predict(inputs);
        for (var first = 0; first < size; first += 2)
        {
            var pair = Math.Min(2, size - first);
            var alone = predict(inputs.AsSpan(first * inputSize, pair * inputSize));
            AssertSame(together.AsSpan(first * outputSize, pair * outputSize), alone, size == 1 || pair == 1 ? Rounding : 0);
        }
    }

    private static void AssertSame<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, double tolerance)
        where T : System.Numerics.IFloatingPoint<T>
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = double.CreateChecked(T.Abs(expected[i] - actual[i]));
            Assert.True(difference <= tolerance, $"value {i} is {expected[i]} in the batch, {actual[i]} without its companions");
        }
    }
}
