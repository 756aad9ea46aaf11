namespace NetGen.Diagnosing.Tests;

/// <summary>Sets of eight inputs, the same for the same seed.</summary>
internal static class Samples
{
    public const int Inputs = 8;

    /// <summary>Three classes by the sums of the halves of inputs of about unit variance.</summary>
    public static Dataset<float, int> Classes(int count = 256, int seed = 1, float scale = 1, float shift = 0)
    {
        var (values, random) = (Values(count, seed), new Random(seed + 1));
        return Dataset.From([.. values.Select(value => (value * scale) + shift)], [.. Enumerable.Range(0, count).Select(sample => Label(values, sample))], Inputs);
    }

    /// <summary>The same inputs, with labels that have nothing to do with them.</summary>
    public static Dataset<float, int> Guesses(int count, int seed)
    {
        var random = new Random(seed);
        return Dataset.From(Values(count, seed), [.. Enumerable.Range(0, count).Select(_ => random.Next(3))], Inputs);
    }

    /// <summary>A sum of the inputs, times a factor, plus a shift.</summary>
    public static Dataset<float, float> Line(int count = 256, int seed = 1, float scale = 1, float shift = 0)
    {
        var values = Values(count, seed);
        return Dataset.From(values, [.. Enumerable.Range(0, count).Select(sample => (Sum(values, sample) * scale / 3) + shift)], Inputs);
    }

    /// <summary>Yes where the sum of the inputs is above a bound.</summary>
    public static Dataset<float, float> Binary(int count = 256, int seed = 1, float bound = 0)
    {
        var values = Values(count, seed);
        return Dataset.From(values, [.. Enumerable.Range(0, count).Select(sample => Sum(values, sample) > bound ? 1f : 0f)], Inputs);
    }

    public static Dataset<double, int> DoubleClasses(int count = 256, int seed = 1)
    {
        var values = Values(count, seed);
        return Dataset.From([.. values.Select(value => (double)value)], [.. Enumerable.Range(0, count).Select(sample => Label(values, sample))], Inputs);
    }

    /// <summary>Pictures of 12 by 12 pixels from 0 to 1, whose bright third is their class.</summary>
    public static Dataset<float, int> Pictures(int count = 128, int seed = 1, float scale = 1)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(3))];
        float[] pixels = [.. labels.SelectMany(label => Enumerable.Range(0, 144).Select(pixel => MathF.Round(255 * (((pixel / 48 == label ? 0.6f : 0.1f) + (random.NextSingle() * 0.3f)))) / 255 * scale))];
        return Dataset.From(pixels, labels, 1, 12, 12);
    }

    public static Dataset<int, int> Tokens(int count = 128, int seed = 1)
    {
        var random = new Random(seed);
        int[] tokens = [.. Enumerable.Range(0, count * 6).Select(_ => random.Next(4))];
        return Dataset.From(tokens, [.. Enumerable.Range(0, count).Select(sample => tokens.Skip(sample * 6).Take(3).GroupBy(token => token).OrderByDescending(group => group.Count()).First().Key)], 6);
    }

    /// <summary>Two inputs of four values; two numbers and a label as targets.</summary>
    public static Dataset<float, float> Pairs(int count = 128, int seed = 1)
    {
        var values = Values(count, seed);
        return Dataset.From(values, [.. Enumerable.Range(0, count).SelectMany(sample => new[] { values[sample * Inputs], values[(sample * Inputs) + 5], Label(values, sample) })], Inputs);
    }

    /// <summary>Independent normal numbers.</summary>
    public static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * Inputs).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    private static float Sum(float[] values, int sample) => values.AsSpan(sample * Inputs, Inputs).ToArray().Sum();

    private static int Label(float[] values, int sample)
    {
        float left = values.AsSpan(sample * Inputs, 4).ToArray().Sum(), right = values.AsSpan((sample * Inputs) + 4, 4).ToArray().Sum();
        return left > right + 1.2f ? 0 : left > right - 1.2f ? 1 : 2;
    }
}
