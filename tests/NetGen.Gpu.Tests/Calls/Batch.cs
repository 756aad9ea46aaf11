namespace NetGen.Gpu.Tests;

/// <summary>Samples for a network: an array per input, target and output.</summary>
internal sealed record Batch(int Size, Array[] Inputs, Array[] Targets, Array[] OutputGradients)
{
    /// <summary>Standard normal inputs, or tokens; targets that are labels, signs for hinges, or chances, which suit every other loss too.</summary>
    public static Batch Draw(Subject subject, int size, int seed)
    {
        var random = new Random(seed);
        var layout = subject.Layout;
        var isHinge = layout.Info.Loss?.StartsWith("Hinge", StringComparison.Ordinal) == true;
        Array Numbers(int count, Func<double> draw) => Samples.Array(subject.Scalar, count * size, draw);
        return new(
            size,
            [.. layout.Info.Inputs.Select(input => input.Vocabulary > 0
                ? Samples.Array(typeof(int), input.Size * size, () => random.Next(input.Vocabulary))
                : Numbers(input.Size, () => Samples.Normal(random)))],
            [.. layout.Targets.Where(target => target.Size > 0).Select(target => target.Labels
                ? Samples.Array(typeof(int), target.Size * size, () => random.Next(target.Classes))
                : Numbers(target.Size, isHinge ? () => (2 * random.Next(2)) - 1 : random.NextDouble))],
            [.. layout.Outputs.Select(count => Numbers(count, () => Samples.Normal(random)))]);
    }
}
