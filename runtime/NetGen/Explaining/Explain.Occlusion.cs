namespace NetGen;

public static partial class Explain
{
    /// <summary>
    /// How far the answer falls when parts of the input are covered: a window moves over the input, and each input gets the mean of <c>f(x) − f(x covered)</c> over all
    /// windows that cover it. Needs no gradient, only one prediction per place of the window. Zeiler and Fergus 2014, "Visualizing and Understanding Convolutional
    /// Networks"; Captum's <c>Occlusion</c>.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="input">One sample.</param>
    /// <param name="output">Which output is explained, from 0.</param>
    /// <param name="options">Window, stride, what covers, and which number is explained; null: input by input, covered by zero.</param>
    /// <returns>A value per input: positive where covering lowers the number. Its shape is that of the options, if they have one.</returns>
    /// <exception cref="ArgumentException">
    /// The input has another size than the network takes, or is not finite; or shape, window, stride or fill do not fit the network's inputs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">A logarithm or log-odds is asked of an output that has none.</exception>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static Attribution Occlusion(IExplainable network, ReadOnlySpan<float> input, int output, OcclusionOptions? options = null)
    {
        options ??= new OcclusionOptions();
        Probe probe = new(network, input, output, options);
        OcclusionWindows windows = new(network.Network, options);
        float[] fill = Baseline.Of(options.Fill, network.Network, nameof(options.Fill));
        double value = probe.ValueAt(input);
        double[] sums = new double[input.Length];
        int[] covers = new int[input.Length];
        int most = Math.Min(windows.Count, probe.BatchSize);
        int[] covered = new int[checked(most * windows.Size)];
        float[] points = new float[checked(most * input.Length)];
        double[] values = new double[most];
        for (int first = 0; first < windows.Count; first += most)
        {
            int count = Math.Min(most, windows.Count - first);
            for (int place = 0; place < count; place++)
            {
                Span<int> inputs = covered.AsSpan(place * windows.Size, windows.Size);
                windows.Cover(first + place, inputs);
                CoverUp(input, fill, inputs, points.AsSpan(place * input.Length, input.Length));
            }

            probe.Values(points.AsSpan(0, count * input.Length), values.AsSpan(0, count));
            for (int i = 0; i < count * windows.Size; i++)
            {
                sums[covered[i]] += value - values[i / windows.Size];
                covers[covered[i]]++;
            }

            probe.Report((double)(first + count) / windows.Count);
        }

        float[] means = new float[input.Length];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = (float)(sums[i] / covers[i]);
        }

        return new Attribution(means, [.. options.Shape ?? network.Network.InputShape], network.Network.Inputs, output, value, baseline: null);
    }

    private static void CoverUp(ReadOnlySpan<float> input, ReadOnlySpan<float> fill, ReadOnlySpan<int> covered, Span<float> point)
    {
        input.CopyTo(point);
        foreach (int i in covered)
        {
            point[i] = fill[i];
        }
    }
}
