using NetGen;

namespace Digits;

/// <summary>What a network says to every image of a set.</summary>
internal sealed class Answers
{
    private readonly float[] probabilities;

    private readonly int classes;

    private Answers(float[] probabilities, int classes) => (this.probabilities, this.classes) = (probabilities, classes);

    /// <summary>Asks the network, image by image.</summary>
    public static Answers Of<TNet>(TNet net, Dataset<float, int> images)
        where TNet : class, ITrainable<float, int>
    {
        var classes = TNet.Info.OutputSize;
        var probabilities = new float[images.Count * classes];
        for (var i = 0; i < images.Count; i++)
        {
            net.Predict(images.Input(i), probabilities.AsSpan(i * classes, classes));
        }

        return new(probabilities, classes);
    }

    /// <summary>The most probable class of an image.</summary>
    public int Class(int image)
    {
        var row = Row(image);
        var best = 0;
        for (var i = 1; i < row.Length; i++)
        {
            best = row[i] > row[best] ? i : best;
        }

        return best;
    }

    /// <summary>The probability that the network gives to that class.</summary>
    public float Confidence(int image) => Row(image)[Class(image)];

    /// <summary>Whether every probability is the same, to the last bit.</summary>
    public bool SameBits(Answers other) => probabilities.AsSpan().SequenceEqual(other.probabilities);

    private ReadOnlySpan<float> Row(int image) => probabilities.AsSpan(image * classes, classes);
}
