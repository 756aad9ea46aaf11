using NetGen;

namespace CustomMath;

/// <summary>Learns a wave on a slope, <c>sin 3x + x / 2</c>, from points between -2 and 2: once with the activation of one's own, once with ReLU.</summary>
/// <param name="Snake">The trained network with the activation of one's own.</param>
/// <param name="Relu">The trained network with ReLU.</param>
internal sealed record PeriodicFit(SnakeNet Snake, ReluNet Relu)
{
    private const int Points = 400;
    private const int Reach = 2;

    // Between the points that were learned from.
    private static readonly float[] Grid = [.. Enumerable.Range(0, 201).Select(i => (Reach * ((i / 100f) - 1)))];

    /// <summary>The mean deviation of the network with the activation of one's own.</summary>
    public double SnakeError => Error(Snake.Predict(Grid));

    /// <summary>The mean deviation of the network with ReLU.</summary>
    public double ReluError => Error(Relu.Predict(Grid));

    /// <summary>What the activation of one's own has learned to be, in each of the two layers: its a.</summary>
    public IEnumerable<float> Waves => ((string[])["apply1.a", "apply2.a"]).Select(name => Snake.Parameters[name].ToArray()[0]);

    /// <summary>Trains both networks in the same way.</summary>
    /// <param name="epochs">Passes through the points.</param>
    /// <param name="seed">Of points, weights and order.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PeriodicFit Train(int epochs, ulong seed, CancellationToken cancellation)
    {
        var random = new Random((int)(seed % int.MaxValue));
        float[] inputs = [.. Enumerable.Range(0, Points).Select(_ => Reach * ((2 * random.NextSingle()) - 1))];
        var points = Dataset.From(inputs, [.. inputs.Select(Wave)], 1);
        var fit = new PeriodicFit(new(seed), new(seed));
        Train(fit.Snake);
        Train(fit.Relu);
        return fit;

        void Train(ITrainable<float, float> network)
        {
            network.Fit(points, new FitOptions { Epochs = epochs, BatchSize = 100, Optimizer = new Adam(5e-3), Schedule = Schedule.Linear(), Seed = seed }, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Both networks and what they learned.</summary>
    public Plot Plot() => new()
    {
        Title = "An activation of one's own",
        XAxis = new("x"),
        YAxis = new("sin 3x + x / 2"),
        Series =
        [
            new("ReLU", Doubles(Grid), Doubles(Relu.Predict(Grid))),
            new("Snake", Doubles(Grid), Doubles(Snake.Predict(Grid))),
            new("exact", Doubles(Grid), Doubles(Grid.Select(Wave))) { Dashed = true },
        ],
    };

    private static float Wave(float x) => MathF.Sin(3 * x) + (x / 2);

    private static double Error(float[] answers) => Math.Sqrt(answers.Zip(Grid, (answer, x) => Math.Pow(answer - Wave(x), 2)).Average());

    private static double[] Doubles(IEnumerable<float> values) => [.. values.Select(value => (double)value)];
}
