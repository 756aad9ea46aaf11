namespace NetGen.Diagnosing.Tests.Published;

/// <summary>Data of the kinds that the published programs have, made here: digits, and a table of cars.</summary>
internal static class PublishedSets
{
    private const int Features = 9;

    /// <summary>Digits from 0 to 1, as MNIST divided by 255.</summary>
    public static Dataset<float, int> Digits(Func<float, float>? change = null)
    {
        var set = GeneratedDigits.Create(train: 480, test: 1, seed: 3).Train;
        float[] pixels = [.. Enumerable.Range(0, set.Count).SelectMany(sample => set.Input(sample).ToArray())];
        float least = pixels.Min(), range = pixels.Max() - least;
        change ??= value => value;
        return Dataset.From([.. pixels.Select(pixel => change((pixel - least) / range))], [.. Enumerable.Range(0, set.Count).Select(sample => set.Target(sample)[0])], 1, 28, 28);
    }

    /// <summary>Inputs and labels that were not shuffled alike.</summary>
    public static Dataset<TInput, TTarget> Torn<TInput, TTarget>(Dataset<TInput, TTarget> set)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        int[] order = [.. Enumerable.Range(0, set.Count)];
        new Random(5).Shuffle(order);
        return Dataset.From([.. Enumerable.Range(0, set.Count).SelectMany(sample => set.Input(sample).ToArray())], [.. order.SelectMany(sample => set.Target(sample).ToArray())], [.. set.InputShape]);
    }

    /// <summary>As unbalanced_data does it: a hundredth of the first class, and more of each that follows.</summary>
    public static Dataset<float, int> Unbalanced()
    {
        var set = Digits();
        var taken = new int[10];
        return set.Subset([.. Enumerable.Range(0, set.Count).Where(sample => ++taken[set.Target(sample)[0]] <= (set.Target(sample)[0] < 6 ? 1 + (2 * set.Target(sample)[0]) : 48))]);
    }

    /// <summary>Cars: displacement, power, weight and so on, and how far they go.</summary>
    /// <param name="scaled">Whether features and targets lie between 0 and 1.</param>
    /// <param name="targetScale">What the target is multiplied by.</param>
    public static Dataset<float, float> Cars(bool scaled = true, float targetScale = 1)
    {
        var random = new Random(11);
        var (inputs, targets) = (new List<float>(), new List<float>());
        for (int car = 0; car < 320; car++)
        {
            float size = random.NextSingle(), year = random.NextSingle(), noise = random.NextSingle();
            int origin = random.Next(3);
            float[] unit = [MathF.Round(size * 5) / 5, size, Math.Clamp(size + (0.2f * noise) - 0.1f, 0, 1), Math.Clamp((0.8f * size) + (0.2f * noise), 0, 1), 1 - size, year, origin == 0 ? 1 : 0, origin == 1 ? 1 : 0, origin == 2 ? 1 : 0];
            float[] least = [3, 68, 46, 1600, 8, 70, 0, 0, 0], range = [5, 387, 184, 3500, 17, 12, 1, 1, 1];
            inputs.AddRange(scaled ? unit : unit.Select((value, feature) => least[feature] + (value * range[feature])));
            targets.Add(((0.6f * (1 - size)) + (0.3f * year) + (0.1f * noise)) * targetScale);
        }

        return Dataset.From([.. inputs], [.. targets], Features);
    }
}
