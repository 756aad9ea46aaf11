using NetGen.Runtime;

namespace NetGen;

public static partial class Explain
{
    /// <summary>
    /// The mean gradient around the input: that of noisy copies, <c>1/n Σ ∂f(x + ε) / ∂x</c> with <c>ε ~ N(0, σ²)</c>. Less noisy than a single gradient. Smilkov, Thorat,
    /// Kim, Viégas and Wattenberg 2017, "SmoothGrad: removing noise by adding noise"; Captum's <c>NoiseTunnel</c> with <c>nt_type="smoothgrad"</c>.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="input">One sample. Where all its values are equal its range is zero, and so is the noise.</param>
    /// <param name="output">Which output is explained, from 0.</param>
    /// <param name="options">Noise, number of copies, seed, and which number is explained; null: the defaults.</param>
    /// <returns>A value per input. The same seed gives the same noise on every machine.</returns>
    /// <exception cref="ArgumentException">The input has another size than the network takes, or is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">A logarithm or log-odds is asked of an output that has none.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Attribution SmoothGrad(IExplainable network, ReadOnlySpan<float> input, int output, SmoothGradOptions? options = null)
    {
        options ??= new SmoothGradOptions();
        Probe probe = new(network, input, output, options);
        double value = probe.ValueAt(input);
        double deviation = options.Noise * Range(input);
        double[] sums = new double[input.Length];
        int most = Math.Min(options.Samples, probe.BatchSize);
        float[] points = new float[checked(most * input.Length)];
        float[] gradients = new float[points.Length];
        for (int first = 0; first < options.Samples; first += most)
        {
            int count = Math.Min(most, options.Samples - first);
            for (int sample = 0; sample < count; sample++)
            {
                Disturb(input, deviation, options.Seed, (uint)(first + sample), points.AsSpan(sample * input.Length, input.Length));
            }

            int length = count * input.Length;
            probe.Gradients(points.AsSpan(0, length), gradients.AsSpan(0, length));
            Add(gradients.AsSpan(0, length), sums);
            probe.Report((double)(first + count) / options.Samples);
        }

        float[] means = new float[input.Length];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = (float)(sums[i] / options.Samples);
        }

        if (options.Absolute)
        {
            TakeAbsolutes(means);
        }

        return new Attribution(means, network.Network.InputShape, network.Network.Inputs, output, value, baseline: null);
    }

    private static double Range(ReadOnlySpan<float> input)
    {
        (double low, double high) = (input[0], input[0]);
        foreach (float value in input)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return high - low;
    }

    // Two words of a counter-based generator make a number in (0, 1) of 53 bits: sample and input decide it, whatever the batches.
    private static void Disturb(ReadOnlySpan<float> input, double deviation, ulong seed, uint sample, Span<float> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            PhiloxBlock block = Philox.Block((uint)i, sample, 0, 0, seed);
            double uniform = (((((ulong)block.Word0 << 32) | block.Word1) >> 11) + 0.5) * (1.0 / (1UL << 53));
            point[i] = (float)(input[i] + (deviation * NormalQuantile.Of(uniform)));
        }
    }
}
