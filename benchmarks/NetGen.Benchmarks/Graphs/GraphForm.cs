using System.Diagnostics;
using System.Globalization;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Graphs;

/// <summary>
/// <c>graphs</c>: steps with Adam on one thread, batch 64: the graph against the stack of the same network, and residual blocks also against networks that are
/// chained by hand. In turns, so that a disturbance hits both.
/// </summary>
internal static class GraphForm
{
    private const int Rows = 64;
    private const int Rounds = 40;

    /// <summary>So small that a long measurement stays where it began.</summary>
    private const double Rate = 1e-5;

    public static void Run()
    {
        WorkerPool.MaxThreads = 1;
        Console.WriteLine("| Network | Graph, µs a step | Against | µs a step | Graph / other: of the best rounds | median of the rounds |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Compare("784-128-10", 200, Steps(new Graph784x128x10(1)), "stack", Steps(new Mlp784x128x10(1)));
        Compare("784-512-512-10", 40, Steps(new Graph784x512x512x10(1)), "stack", Steps(new Mlp784x512x512x10(1)));
        Compare("784-256-(256-256)-(256-256)-10, residual", 60, Steps(new ResidualGraph(1)), "stack", Steps(new ResidualStack(1)));
        var chain = new ResidualChain(Rows, () => new Adam(Rate));
        Compare("784-256-(256-256)-(256-256)-10, residual", 60, Steps(new ResidualGraph(1)), "chained by hand", () => chain.Step());
    }

    private static Action Steps<TNetwork>(TNetwork network)
        where TNetwork : class, ITrainable<float, int>
    {
        var (training, optimizer) = (new Training<TNetwork>(network, Rows), new Adam(Rate));
        return () => training.Step(optimizer);
    }

    private static void Compare(string network, int steps, Action graph, string what, Action other)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            // Who goes second finds warmer caches of code, or a machine that has grown slower: each does so half the time.
            var (one, two) = round % 2 == 0 ? (Time(graph, steps), Time(other, steps)) : Swap(Time(other, steps), Time(graph, steps));
            if (round >= 0)
            {
                first.Add(one);
                second.Add(two);
            }
        }

        double[] ratios = [.. first.Zip(second, (one, two) => one / two).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {network} | {first.Min():0} | {what} | {second.Min():0} | {first.Min() / second.Min():0.000} | {ratios[ratios.Length / 2]:0.000} |"));
    }

    private static (double First, double Second) Swap(double second, double first) => (first, second);

    private static double Time(Action step, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
    }
}
