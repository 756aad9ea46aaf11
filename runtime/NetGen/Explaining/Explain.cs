namespace NetGen;

/// <summary>Why a network answers as it does: which inputs matter, for one answer or for a whole set.</summary>
/// <remarks>
/// All methods ask the network in evaluation mode and change nothing. Those that use gradients (<see cref="Saliency"/>, <see cref="IntegratedGradients"/>,
/// <see cref="SmoothGrad"/>) are for one thread at a time on one network, as training is; the others may run on many.
/// </remarks>
public static partial class Explain
{
    /// <summary>
    /// How strongly the answer reacts to each input: |∂f / ∂x|. One gradient. Simonyan, Vedaldi and Zisserman 2013, "Deep Inside Convolutional Networks: Visualising
    /// Image Classification Models and Saliency Maps"; Captum's <c>Saliency</c>.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="input">One sample.</param>
    /// <param name="output">Which output is explained, from 0.</param>
    /// <param name="options">Signs, and which number is explained; null: the defaults.</param>
    /// <returns>A value per input.</returns>
    /// <exception cref="ArgumentException">The input has another size than the network takes, or is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">A logarithm or log-odds is asked of an output that has none.</exception>
    public static Attribution Saliency(IExplainable network, ReadOnlySpan<float> input, int output, SaliencyOptions? options = null)
    {
        options ??= new SaliencyOptions();
        Probe probe = new(network, input, output, options);
        double value = probe.ValueAt(input);
        float[] gradient = new float[input.Length];
        probe.Gradients(input, gradient);
        if (!options.Signed)
        {
            TakeAbsolutes(gradient);
        }

        probe.Report(1);
        return new Attribution(gradient, network.Network.InputShape, network.Network.Inputs, output, value, baseline: null);
    }

    private static void TakeAbsolutes(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = MathF.Abs(value);
        }
    }
}
