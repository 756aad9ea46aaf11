namespace NetGen;

/// <summary>How far an optimizer's first step moves the weights of a layer, without taking it.</summary>
internal static class UpdateSize
{
    /// <summary>The root of the mean square of the first update; null where it cannot be told from the gradient alone.</summary>
    /// <param name="optimizer">An optimizer that has taken no step.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="norm">The norm of the whole gradient.</param>
    public static double? Of(Optimizer optimizer, WeightedLayer layer, double norm)
    {
        if (optimizer.Steps > 0 || optimizer.Groups.Count > 0)
        {
            return null;
        }

        // What divides by the gradient's size moves each weight that has one by the rate.
        double signs = Math.Sqrt(layer.Touched), clipped = optimizer.ClipNorm is { } most && norm > most ? most / norm : 1;
        return optimizer switch
        {
            Sgd => optimizer.LearningRate * layer.Gradient * clipped,
            Adam or AdamW or Lion => optimizer.LearningRate * signs,
            RmsProp rms => optimizer.LearningRate * signs / Math.Sqrt(1 - rms.Alpha),
            Adagrad { InitialAccumulator: 0 } => optimizer.LearningRate * signs,
            _ => null,
        };
    }
}
