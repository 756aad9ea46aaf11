namespace NetGen.Runtime.Tests.Training;

/// <summary>Small problems with known answers.</summary>
internal static class Samples
{
    /// <summary>y = 2 a - 3 b + 1.</summary>
    public static Dataset<float, float> Line(int count)
    {
        var random = new Random(1);
        var inputs = new float[2 * count];
        var targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            (inputs[2 * i], inputs[(2 * i) + 1]) = (random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
            targets[i] = (2 * inputs[2 * i]) - (3 * inputs[(2 * i) + 1]) + 1;
        }

        return Dataset.From(inputs, targets, 2);
    }

    /// <summary>Which of three corners a point is next to.</summary>
    public static Dataset<float, int> Corners(int count)
    {
        var random = new Random(2);
        var inputs = new float[2 * count];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 3;
            inputs[2 * i] = (labels[i] == 1 ? 3 : 0) + random.NextSingle();
            inputs[(2 * i) + 1] = (labels[i] == 2 ? 3 : 0) + random.NextSingle();
        }

        return Dataset.From(inputs, labels, 2);
    }
}
