using NetGen;

namespace CustomMath;

/// <summary>Learns an upper bound of a wave with noise that grows along the way, and looks on samples it has not seen how often it holds.</summary>
/// <param name="Net">The trained network.</param>
/// <param name="Held">Samples that it has not seen.</param>
internal sealed record QuantileFit(QuantileNet Net, Dataset<float, float> Held)
{
    private const int Samples = 4000;
    private const float Length = 4;

    /// <summary>The share of all samples below the answer.</summary>
    public double Below => ShareBelow(_ => true);

    /// <summary>The same where there is little noise: the first half.</summary>
    public double BelowOnTheLeft => ShareBelow(x => x < Length / 2);

    /// <summary>The same where there is much.</summary>
    public double BelowOnTheRight => ShareBelow(x => x >= Length / 2);

    /// <summary>Trains the network.</summary>
    /// <param name="epochs">Passes through the samples.</param>
    /// <param name="seed">Of samples, weights and order.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static QuantileFit Train(int epochs, ulong seed, CancellationToken cancellation)
    {
        var random = new Random((int)(seed % int.MaxValue));
        var net = new QuantileNet(seed);
        net.Fit(Draw(random), new FitOptions { Epochs = epochs, BatchSize = 100, Optimizer = new Adam(5e-3), Schedule = Schedule.Linear(), Seed = seed }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(net, Draw(random));
    }

    /// <summary>The bound, and the one that was to be found.</summary>
    public Plot Plot()
    {
        float[] grid = [.. Enumerable.Range(0, 101).Select(i => Length * i / 100)];
        double[] x = [.. grid.Select(value => (double)value)];

        // The 0.9 quantile of the standard normal distribution.
        const double Normal = 1.2815515655446004;
        return new()
        {
            Title = "A loss of one's own",
            XAxis = new("x"),
            YAxis = new("0.9 quantile"),
            Series =
            [
                new("network", x, [.. Net.Predict(grid).Select(value => (double)value)]),
                new("exact", x, [.. x.Select(value => Math.Sin(2 * value) + (Normal * Noise(value)))]) { Dashed = true },
                new("mean", x, [.. x.Select(value => Math.Sin(2 * value))]) { Dashed = true },
            ],
        };
    }

    private static Dataset<float, float> Draw(Random random)
    {
        var (inputs, targets) = (new float[Samples], new float[Samples]);
        for (var i = 0; i < Samples; i++)
        {
            // Box and Muller 1958: a normal number of two uniform ones.
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            inputs[i] = Length * random.NextSingle();
            targets[i] = (float)(Math.Sin(2 * inputs[i]) + (Noise(inputs[i]) * normal));
        }

        return Dataset.From(inputs, targets, 1);
    }

    private static double Noise(double x) => 0.1 + (0.15 * x);

    private double ShareBelow(Func<float, bool> where)
    {
        var all = Enumerable.Range(0, Held.Count).Where(i => where(Held.Input(i)[0])).ToArray();
        return all.Count(i => Held.Target(i)[0] < Net.Predict(Held.Input(i))[0]) / (double)all.Length;
    }
}
