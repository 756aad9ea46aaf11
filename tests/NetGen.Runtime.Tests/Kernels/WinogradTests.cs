namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Weights of 3x3 convolutions as minimal filtering multiplies by them, held against U = G g Gᵀ.</summary>
public sealed class WinogradTests
{
    private static readonly double[,] s_g = { { 1, 0, 0 }, { 0.5, 0.5, 0.5 }, { 0.5, -0.5, 0.5 }, { 0, 0, 1 } };

    [Theory, InlineData(16, 3), InlineData(40, 20), InlineData(64, 33), InlineData(5, 1)]
    public void Filter_is_the_transformed_weight(int outputs, int channels)
    {
        var file = Numbers(outputs * channels * 9);
        var filter = new float[16 * channels * RoundUp(outputs)];

        Winograd.Filter(ref Packed(file, outputs, channels)[0], outputs, channels, ref filter[0]);

        Check(outputs, channels, (number, output, channel) => (U(file, output, channel, channels, number, false), filter[At(number, channel, channels, output)]));
    }

    [Theory, InlineData(16, 3), InlineData(40, 20), InlineData(64, 33), InlineData(5, 1)]
    public void Transposed_filter_turns_the_taps_and_exchanges_channels_and_outputs(int outputs, int channels)
    {
        var file = Numbers(outputs * channels * 9);
        var filter = new float[16 * outputs * RoundUp(channels)];

        Winograd.TransposedFilter(ref Packed(file, outputs, channels)[0], outputs, channels, ref filter[0]);

        Check(outputs, channels, (number, output, channel) => (U(file, output, channel, channels, number, true), filter[At(number, output, outputs, channel)]));
    }

    private static void Check(int outputs, int channels, Func<int, int, int, (double Expected, float Actual)> values)
    {
        for (var number = 0; number < 16; number++)
        {
            for (var output = 0; output < outputs; output++)
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    var (expected, actual) = values(number, output, channel);
                    Assert.Equal(expected, actual, 1e-6);
                }
            }
        }
    }

    /// <summary>One number of G g Gᵀ, of taps in PyTorch's order.</summary>
    private static double U(float[] file, int output, int channel, int channels, int number, bool turned)
    {
        var sum = 0.0;
        for (var tap = 0; tap < 9; tap++)
        {
            sum += s_g[number / 4, tap / 3] * s_g[number % 4, tap % 3] * file[(((output * channels) + channel) * 9) + (turned ? 8 - tap : tap)];
        }

        return sum;
    }

    /// <summary>Rows of panels, [16 · inner, outer].</summary>
    private static int At(int number, int inner, int inners, int outer) => ((((outer / 32 * 16 * inners) + (number * inners) + inner)) * 32) + (outer % 32);

    private static float[] Packed(float[] file, int outputs, int channels)
    {
        var weight = new float[Panels.WeightLength<float>(outputs, 9 * channels)];
        Panels.PackWeight(file, outputs, 9 * channels, weight.AsSpan(), 9);
        return weight;
    }

    private static int RoundUp(int features) => (features + 31) & -32;

    private static float[] Numbers(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
