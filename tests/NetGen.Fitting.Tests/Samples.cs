namespace NetGen.Fitting.Tests;

/// <summary>Sets that can be learned, the same for the same seed.</summary>
internal static class Samples
{
    /// <summary>Three classes by the sums of two halves of the inputs.</summary>
    public static Dataset<float, int> Classes(int count, int seed, int inputs = 7)
    {
        var random = new Random(seed);
        var values = new float[count * inputs];
        var labels = new int[count];
        for (var sample = 0; sample < count; sample++)
        {
            var (left, right) = (0f, 0f);
            for (var i = 0; i < inputs; i++)
            {
                var value = (random.NextSingle() * 2) - 1;
                values[(sample * inputs) + i] = value;
                _ = i < inputs / 2 ? left += value : right += value;
            }

            labels[sample] = left > right + 0.3f ? 0 : left > right - 0.3f ? 1 : 2;
        }

        return Dataset.From(values, labels, inputs);
    }

    public static Dataset<double, int> DoubleClasses(int count, int seed)
    {
        var single = Classes(count, seed);
        var inputs = Enumerable.Range(0, count).SelectMany(sample => single.Input(sample).ToArray()).Select(value => (double)value).ToArray();
        return Dataset.From(inputs, Enumerable.Range(0, count).Select(sample => single.Target(sample)[0]).ToArray(), 7);
    }

    /// <summary>The sum of the inputs.</summary>
    public static Dataset<float, float> Line(int count, int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, count * 7).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        return Dataset.From(values, Enumerable.Range(0, count).Select(sample => values.AsSpan(sample * 7, 7).ToArray().Sum()).ToArray(), 7);
    }
}
