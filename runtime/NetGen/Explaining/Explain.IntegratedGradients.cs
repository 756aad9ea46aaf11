namespace NetGen;

public static partial class Explain
{
    /// <summary>
    /// What each input contributes to the difference between this answer and that at a baseline: <c>(x − x′) ∫₀¹ ∂f(x′ + α (x − x′)) / ∂x dα</c>, by the midpoint rule. The
    /// contributions add up to <c>f(x) − f(x′)</c> (completeness); <see cref="Attribution.Error"/> is what the steps leave of it. Sundararajan, Taly and Yan 2017,
    /// "Axiomatic Attribution for Deep Networks"; Captum's <c>IntegratedGradients</c> with <c>method="riemann_middle"</c>.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="input">One sample.</param>
    /// <param name="output">Which output is explained, from 0.</param>
    /// <param name="options">Baseline, steps, and which number is explained; null: the defaults.</param>
    /// <returns>A value per input, with the numbers at input and baseline.</returns>
    /// <exception cref="ArgumentException">The input or the baseline has another size than the network takes, or is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">A logarithm or log-odds is asked of an output that has none.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Attribution IntegratedGradients(IExplainable network, ReadOnlySpan<float> input, int output, IntegratedGradientsOptions? options = null)
    {
        options ??= new IntegratedGradientsOptions();
        Probe probe = new(network, input, output, options);
        float[] start = Baseline.Of(options.Baseline, network.Network, nameof(options.Baseline));
        (double value, double atStart) = (probe.ValueAt(input), probe.ValueAt(start));
        double[] sums = new double[input.Length];
        int most = Math.Min(options.Steps, probe.BatchSize);
        float[] points = new float[checked(most * input.Length)];
        float[] gradients = new float[points.Length];
        for (int first = 0; first < options.Steps; first += most)
        {
            int count = Math.Min(most, options.Steps - first);
            for (int step = 0; step < count; step++)
            {
                double along = (first + step + 0.5) / options.Steps;
                Blend(start, input, along, points.AsSpan(step * input.Length, input.Length));
            }

            int length = count * input.Length;
            probe.Gradients(points.AsSpan(0, length), gradients.AsSpan(0, length));
            Add(gradients.AsSpan(0, length), sums);
            probe.Report((double)(first + count) / options.Steps);
        }

        float[] parts = new float[input.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (float)(((double)input[i] - start[i]) * sums[i] / options.Steps);
        }

        return new Attribution(parts, network.Network.InputShape, network.Network.Inputs, output, value, atStart);
    }

    private static void Blend(ReadOnlySpan<float> from, ReadOnlySpan<float> to, double along, Span<float> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = (float)(from[i] + (along * ((double)to[i] - from[i])));
        }
    }

    /// <summary>Adds up points of which each has a value per input.</summary>
    private static void Add(ReadOnlySpan<float> points, Span<double> sums)
    {
        for (int at = 0; at < points.Length; at += sums.Length)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += points[at + i];
            }
        }
    }
}
