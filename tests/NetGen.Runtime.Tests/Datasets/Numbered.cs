namespace NetGen.Runtime.Tests.Datasets;

/// <summary>Sets whose samples can be told from each other.</summary>
internal static class Numbered
{
    /// <summary>Sample i has the inputs i, i + 0.5 and the label i modulo <paramref name="classes"/>.</summary>
    public static Dataset<float, int> Set(int count, int classes = 10) => Dataset.From(
        [.. Enumerable.Range(0, count).SelectMany(i => new[] { i, i + 0.5f })], [.. Enumerable.Range(0, count).Select(i => i % classes)], 2);

    public static int[] Numbers(this Dataset<float, int> data) => [.. Enumerable.Range(0, data.Count).Select(i => (int)data.Input(i)[0])];

    public static int[] Numbers(this Batch<float, int> batch)
    {
        var numbers = new int[batch.Count];
        for (int i = 0; i < batch.Count; i++)
        {
            numbers[i] = (int)batch.Inputs[2 * i];
            Assert.Equal(numbers[i] + 0.5f, batch.Inputs[(2 * i) + 1]);
            Assert.Equal(numbers[i] % 10, batch.Targets[i]);
        }

        return numbers;
    }
}
