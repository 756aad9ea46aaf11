namespace NetGen.EndToEnd.Tests.Gradients;

/// <summary>Samples with targets that suit a network's loss, and weights.</summary>
internal sealed record Batch(double[] Inputs, double[] Targets, double[] Weights)
{
    /// <param name="info">The network.</param>
    /// <param name="size">Samples.</param>
    /// <param name="weighted">Whether weights differ; otherwise each is one.</param>
    /// <param name="random">Of all numbers.</param>
    public static Batch Draw(NetworkInfo info, int size, bool weighted, Random random)
    {
        var inputs = Normals(size * info.InputSize, random);
        var targets = new double[size * info.TargetSize];
        var loss = info.Loss?.Split('(')[0];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = loss switch
            {
                "SoftmaxCrossEntropy" => random.Next(info.OutputShape[^1]),
                "BinaryCrossEntropy" or "KLDivergence" => random.NextDouble(),
                "Hinge" => random.Next(2) == 0 ? -1 : 1,
                _ => Normal(random),
            };
        }

        if (loss == "KLDivergence")
        {
            Normalise(targets, info.OutputShape[^1]);
        }

        // Labelled positions have a weight each.
        var weights = new double[loss == "SoftmaxCrossEntropy" ? targets.Length : size];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = weighted ? 0.25 + random.NextDouble() : 1;
        }

        return new Batch(inputs, targets, weights);
    }

    public static double[] Normals(int count, Random random)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Normal(random);
        }

        return values;
    }

    // Box and Muller 1958.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Normalise(double[] values, int width)
    {
        for (var first = 0; first < values.Length; first += width)
        {
            var total = values.AsSpan(first, width).ToArray().Sum();
            for (var i = first; i < first + width; i++)
            {
                values[i] /= total;
            }
        }
    }
}
