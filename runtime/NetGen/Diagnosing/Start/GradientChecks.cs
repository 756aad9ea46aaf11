namespace NetGen;

/// <summary>The gradient of the first batch, layer by layer.</summary>
internal static class GradientChecks
{
    /// <summary>
    /// How many times smaller or larger the first layer's gradient, relative to its weights, may be than the last one's: Glorot and Bengio 2010, Understanding the Difficulty of
    /// Training Deep Feedforward Neural Networks; Pascanu et al. 2013.
    /// </summary>
    private const double LargestRatio = 1e3;

    /// <summary>Around 1e-3 is usual (Karpathy, CS231n, "ratio of weights : updates"). The first steps of Adam are larger, and fine tuning is slower.</summary>
    private const double LargestUpdate = 0.5;
    private const double SmallestUpdate = 1e-6;

    public static void Run(NetworkInfo network, ParameterSet parameters, ReadOnlySpan<float> gradients, Optimizer optimizer, DiagnosisNotes notes)
    {
        foreach (var parameter in parameters)
        {
            if (gradients.Slice(parameter.Offset, parameter.Length).ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            {
                notes.Fail("NG7102", parameter.Name, $"the gradient of the first batch is not finite", "The derivative of a root or a logarithm at zero, or a quotient, may be the cause: keep its argument away from zero by a small constant.");
                return;
            }
        }

        var layers = WeightedLayer.Of(network, parameters, gradients);
        CheckUnits(layers, notes);
        CheckZeroWeights(layers, notes);
        foreach (var layer in layers.Where((layer, index) => layer.Gradient == 0 && !layers.Skip(index + 1).Any(StartsAtZero)))
        {
            notes.Warn("NG7106", layer.Layer, $"no gradient arrives: it is exactly zero for all weights", "Between this layer and the loss something is constant: units that are all dead, weights of zero, a comparison, or Detach.");
        }

        CheckDepth([.. layers.Where(layer => layer.Gradient > 0 && layer.Weight > 0)], notes);
        CheckUpdates([.. layers.Where(layer => layer.Weight > 0)], optimizer, System.Numerics.Tensors.TensorPrimitives.Norm(gradients), notes);
    }

    /// <summary>Units that start alike get the same gradient, and stay alike.</summary>
    private static void CheckUnits(IReadOnlyList<WeightedLayer> layers, DiagnosisNotes notes)
    {
        // A head of zeros, as some residual networks begin with, leaves zero at the first step: its inputs differ.
        foreach (var layer in layers.Where((layer, index) => layer.AreUnitsAlike && (layer.Kind == "Dense" || layer.Kind.StartsWith("Conv", StringComparison.Ordinal)) && index < layers.Count - 1))
        {
            notes.Warn("NG7109", layer.Layer, $"all units have the same weights", "They stay copies of each other. Let an initialiser draw them (Initializer.HeNormal before ReLU, GlorotUniform before tanh), or check weights that were loaded.");
        }
    }

    /// <summary>A layer that starts with zeros on purpose, as a head or the end of a residual block: it leaves zero at the first step, and then lets the gradient through.</summary>
    private static bool StartsAtZero(WeightedLayer layer) => layer.Weight == 0 && layer.Gradient > 0;

    private static void CheckZeroWeights(IReadOnlyList<WeightedLayer> layers, DiagnosisNotes notes)
    {
        for (int index = layers.Count - 1; index > 0; index--)
        {
            int silent = layers.Take(index).Count(layer => layer.Gradient == 0);
            if (StartsAtZero(layers[index]) && silent > 0)
            {
                notes.Tell(
                    "NG7106", layers[index].Layer, $"all weights are zero, so that the gradient of the first batch is zero in {silent} layer{(silent == 1 ? "" : "s")} before it",
                    "A usual start of heads and of residual blocks: after its first step the others learn, too.");
                return;
            }
        }
    }

    private static void CheckDepth(IReadOnlyList<WeightedLayer> layers, DiagnosisNotes notes)
    {
        if (layers.Count < 2)
        {
            return;
        }

        var (first, last) = (layers[0], layers[^1]);
        double ratio = first.Relative / last.Relative;
        notes.Measure("gradient_ratio", ratio);
        if (ratio < 1 / LargestRatio)
        {
            notes.Warn(
                "NG7106", first.Layer, $"the gradient vanishes on its way: relative to the weights it is {first.Relative:G3} here and {last.Relative:G3} in {last.Layer}, {1 / ratio:G3} times more",
                "Rectifiers instead of sigmoids, normalisation between layers, residual blocks, or initialisers for the activation (HeNormal, GlorotUniform) keep gradients alike.");
        }
        else if (ratio > LargestRatio)
        {
            notes.Warn(
                "NG7107", first.Layer, $"the gradient explodes on its way: relative to the weights it is {first.Relative:G3} here and {last.Relative:G3} in {last.Layer}, {ratio:G3} times less",
                "Smaller initial weights, normalisation between layers, inputs of unit variance, or ClipNorm for recurrent networks keep gradients alike.");
        }
    }

    private static void CheckUpdates(IReadOnlyList<WeightedLayer> layers, Optimizer optimizer, double norm, DiagnosisNotes notes)
    {
        var ratios = layers
            .Select(layer => (layer.Layer, Ratio: UpdateSize.Of(optimizer, layer, norm) / layer.Weight))
            .Where(entry => entry.Ratio > 0)
            .OrderBy(entry => entry.Ratio)
            .ToArray();
        if (ratios.Length == 0)
        {
            return;
        }

        var (name, median) = (ratios[ratios.Length / 2].Layer, ratios[ratios.Length / 2].Ratio!.Value);
        notes.Measure("update_ratio", median);
        if (median is > LargestUpdate or < SmallestUpdate)
        {
            notes.Warn(
                "NG7108", name, $"the first step moves the weights by {median:G3} of their size (the median layer), at the learning rate {optimizer.LearningRate:G3}; about 0.001 is usual",
                median > LargestUpdate ? "The learning rate is too high: net.FindLearningRate(train) suggests one." : "The learning rate is too low, or hardly any gradient arrives: net.FindLearningRate(train) suggests a rate.");
        }
    }
}
