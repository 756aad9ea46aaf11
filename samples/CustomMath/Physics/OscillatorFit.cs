using NetGen;

namespace CustomMath;

/// <summary>Solves the equation of <see cref="OscillatorNet"/> by training, and compares with the solution of the textbook.</summary>
/// <param name="Net">The trained network.</param>
internal sealed record OscillatorFit(OscillatorNet Net)
{
    private const double Seconds = 4;
    private const int Points = 100;
    private const double LearningRate = 5e-3;

    // Between the times at which the equation was asked for.
    private static readonly double[] Grid = [.. Enumerable.Range(0, 401).Select(i => Seconds * i / 400)];

    /// <summary>The largest deviation from the exact solution; the displacement itself goes from 1 to about -0.7.</summary>
    public double LargestError => Grid.Zip(Net.Predict(Grid).Displacement, (t, u) => Math.Abs(u - Exact(t))).Max();

    /// <summary>Trains the network at points of time, the same in every step.</summary>
    /// <param name="steps">How many steps; the learning rate falls like a cosine to 0.</param>
    /// <param name="seed">Of the weights.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OscillatorFit Train(int steps, ulong seed, CancellationToken cancellation)
    {
        var net = new OscillatorNet(seed);
        var adam = new Adam(LearningRate);
        double[] times = [.. Enumerable.Range(0, Points + 1).Select(i => Seconds * i / Points)];
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            adam.LearningRate = LearningRate * (1 + Math.Cos(Math.PI * step / steps)) / 2;
            net.Step(times, adam);
        }

        return new(net);
    }

    /// <summary>The displacement over time, learned and exact.</summary>
    public Plot Plot() => new()
    {
        Title = "A differential equation: damped oscillation",
        XAxis = new("seconds"),
        YAxis = new("displacement"),
        Series =
        [
            new("network", Grid, Net.Predict(Grid).Displacement),
            new("exact", Grid, [.. Grid.Select(Exact)]) { Dashed = true },
        ],
    };

    private static double Exact(double t)
    {
        var (damping, frequency) = (OscillatorNet.Damping, Math.Sqrt((OscillatorNet.Frequency * OscillatorNet.Frequency) - (OscillatorNet.Damping * OscillatorNet.Damping)));
        return Math.Exp(-damping * t) * (Math.Cos(frequency * t) + (damping / frequency * Math.Sin(frequency * t)));
    }
}
