using NetGen.Fitting.Tests.Explaining;

namespace NetGen.Fitting.Tests.Several;

/// <summary>Samples of <see cref="PairNet"/>, in parts and in rows.</summary>
internal sealed class Rows
{
    public Rows(int count, int seed)
    {
        Count = count;
        (Images, Sounds, Ages) = (Values.Of(count * 4, seed), Values.Of(count * 3, seed + 1), new float[count * 2]);
        Moods = new int[count];
        for (var i = 0; i < count; i++)
        {
            var (image, sound) = (Images.AsSpan(i * 4, 4).ToArray().Sum(), Sounds.AsSpan(i * 3, 3).ToArray().Sum());
            (Ages[i * 2], Ages[(i * 2) + 1]) = (image - sound, 0.5f * sound);
            Moods[i] = image > sound + 0.5f ? 0 : image > sound - 0.5f ? 1 : 2;
        }
    }

    public int Count { get; }

    public float[] Images { get; }

    public float[] Sounds { get; }

    public float[] Ages { get; }

    public int[] Moods { get; }

    public float[] Inputs => Row(Images, 4, Sounds, 3);

    public float[] Targets => Row(Ages, 2, [.. Moods.Select(mood => (float)mood)], 1);

    public Dataset<float, float> Set => Dataset.From(Inputs, Targets, 7);

    public Dataset<float, int> Labelled => Dataset.From(Inputs, Moods, 7);

    public static T[] Row<T>(T[] first, int firstSize, T[] second, int secondSize) =>
        [.. Enumerable.Range(0, first.Length / firstSize).SelectMany(i => first[(i * firstSize)..((i + 1) * firstSize)].Concat(second[(i * secondSize)..((i + 1) * secondSize)]))];
}
