namespace NetGen.Shipping.Tests;

/// <summary>Networks after a few steps, so that running statistics and counters are not what they start with.</summary>
internal static class Trained
{
    public const int Samples = 7;

    public static float[] Inputs(int size) => [.. Enumerable.Range(0, Samples * size).Select(i => MathF.Sin(i * 0.7f))];

    public static int[] TokenInputs { get; } = [.. Enumerable.Range(0, Samples * 5).Select(i => i * 7 % 11)];

    public static Small Small()
    {
        var (net, adam) = (new Small(7), new Adam(0.01));
        for (var step = 0; step < 5; step++)
        {
            net.Step(Inputs(6), [.. Enumerable.Range(0, Samples).Select(i => i % 3)], adam);
        }

        net.Metadata.ClassNames = ["a", "b", "c"];
        net.Metadata["note"] = "fünf Schritte";
        return net;
    }

    public static Tokens Tokens()
    {
        var (net, adam) = (new Tokens(7), new Adam(0.01));
        for (var step = 0; step < 5; step++)
        {
            net.Step(TokenInputs, [.. Enumerable.Range(0, Samples).Select(i => i % 2)], adam);
        }

        return net;
    }

    public static Picture Picture()
    {
        var (net, adam) = (new Picture(7), new Adam(0.01));
        for (var step = 0; step < 5; step++)
        {
            net.Step(Inputs(36), [.. Enumerable.Range(0, Samples).Select(i => i % 3)], adam);
        }

        return net;
    }
}
