namespace NetGen.Benchmarks;

/// <summary>
/// Numbers that every side of a comparison computes alike without a common library: the finalizer of MurmurHash3 over index and salt.
/// The counterpart of benchmarks/peers/workloads.py.
/// </summary>
internal static class HashedNumbers
{
    private const uint InputSalt = 101;
    private const uint LabelSalt = 102;
    private const uint GradientSalt = 103;

    /// <summary>Inputs of a batch, in [0, 1).</summary>
    public static float[] Inputs(NetworkInfo network, int rows) => Uniform(InputSalt, rows * network.InputSize);

    /// <summary>Gradients by the outputs of a batch, in [-1, 1).</summary>
    public static float[] OutputGradients(NetworkInfo network, int rows) => Array.ConvertAll(Uniform(GradientSalt, rows * network.OutputSize), value => (value * 2) - 1);

    /// <summary>One label per row, from 0 to the number of outputs.</summary>
    public static int[] Labels(NetworkInfo network, int rows)
    {
        var labels = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            labels[i] = (int)(Hash(LabelSalt, i) % (uint)network.OutputSize);
        }

        return labels;
    }

    /// <summary>Sets the parameters of a network: He-uniform weights, biases in [-0.1, 0.1), weights of norms in [0.9, 1.1).</summary>
    public static void Fill(ParameterSet<float> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            var vector = parameter.Shape.Count == 1;
            var bound = vector ? 0.1f : (float)Math.Sqrt(6.0 * parameter.Shape[0] / parameter.Length);
            var center = vector && parameter.Name.EndsWith("weight", StringComparison.Ordinal) ? 1f : 0f;

            // Layers count from one: where each has a bias, the weight of layer n has salt 2n, its bias 2n + 1.
            var values = Uniform((uint)i + 2, parameter.Length);
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = center + (((values[j] * 2) - 1) * bound);
            }

            parameter.CopyFrom(values);
        }
    }

    private static float[] Uniform(uint salt, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (Hash(salt, i) >> 8) * (1f / (1 << 24));
        }

        return values;
    }

    private static uint Hash(uint salt, int index)
    {
        var hash = unchecked((uint)index + (salt * 2654435769u));
        hash ^= hash >> 16;
        hash = unchecked(hash * 0x85EBCA6Bu);
        hash ^= hash >> 13;
        hash = unchecked(hash * 0xC2B2AE35u);
        return hash ^ (hash >> 16);
    }
}
