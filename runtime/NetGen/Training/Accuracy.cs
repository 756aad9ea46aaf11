using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Counts right answers of a classifier.</summary>
internal sealed class Accuracy<TTarget>
    where TTarget : unmanaged
{
    private readonly int _classes;

    private Accuracy(int classes) => _classes = classes;

    /// <summary>The count for a network and set; null where answers are not right or wrong (regression, soft targets).</summary>
    public static Accuracy<TTarget>? For<TInput>(NetworkInfo network, Dataset<TInput, TTarget> data)
        where TInput : unmanaged
    {
        if (typeof(TTarget) == typeof(int))
        {
            return new(network.OutputSize / network.TargetSize);
        }

        bool binary = network.OutputSize == 1 && network.HasLoss("BinaryCrossEntropy");
        for (int i = 0; i < data.Count && binary; i++)
        {
            binary = TargetRange.ToDouble(data.Target(i)[0]) is 0 or 1;
        }

        return binary ? new(1) : null;
    }

    /// <summary>How many answers are right.</summary>
    /// <param name="outputs">Class scores, <c>targets.Length</c> times as many as there are classes; or one probability per target.</param>
    /// <param name="targets">Labels, or 0 and 1.</param>
    public int CountRight(ReadOnlySpan<float> outputs, ReadOnlySpan<TTarget> targets)
    {
        int right = 0;
        if (typeof(TTarget) == typeof(int))
        {
            var labels = MemoryMarshal.Cast<TTarget, int>(targets);
            for (int i = 0; i < labels.Length; i++)
            {
                right += IndexOfLargest(outputs.Slice(i * _classes, _classes)) == labels[i] ? 1 : 0;
            }

            return right;
        }

        for (int i = 0; i < targets.Length; i++)
        {
            right += (outputs[i] >= 0.5f) == (TargetRange.ToDouble(targets[i]) == 1) ? 1 : 0;
        }

        return right;
    }

    /// <summary>The first of the largest; -1, which equals no label, if a score is NaN.</summary>
    private static int IndexOfLargest(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (float.IsNaN(scores[i]))
            {
                return -1;
            }

            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
