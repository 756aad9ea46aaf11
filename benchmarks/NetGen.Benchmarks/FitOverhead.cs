using System.Diagnostics;
using System.Globalization;
using NetGen.Runtime;

namespace NetGen.Benchmarks;

/// <summary>
/// <c>fit [folder]</c>: what <c>Fit</c> costs over bare calls of <c>Step</c>, without validation: once the loop alone, and once with progress, a new order of the
/// samples in each epoch and prefetching. All learn the same samples of MNIST (of the folder, or random ones of its size) in as many batches, in turns.
/// </summary>
internal static class FitOverhead
{
    private const int Rounds = 15;
    private const int Batch = 64;

    public static void Run(string? folder)
    {
        var data = folder is null ? Random() : Dataset.LoadIdx(folder).Train;
        Console.WriteLine($"{data.Count} samples, batch {Batch}, 784-128-10, Adam; {Rounds} rounds in turns, one epoch each");
        foreach (int threads in new[] { 1, 2 })
        {
            WorkerPool.MaxThreads = threads;
            Compare("the loop alone", threads, data, bare: true);
            Compare("with progress, shuffling, prefetching", threads, data, bare: false);
        }
    }

    private static void Compare(string what, int threads, Dataset<float, int> data, bool bare)
    {
        var (steps, fit, bytes) = (new List<double>(), new List<double>(), new List<double>());
        var (bareNet, fitNet, bareOptimizer, fitOptimizer) = (new Mlp784x128x10(1), new Mlp784x128x10(1), new Adam(1e-4), new Adam(1e-4));
        for (int round = -2; round < Rounds; round++)
        {
            double first = Time(() => Steps(bareNet, bareOptimizer, data));
            long before = GC.GetTotalAllocatedBytes(precise: true);
            double second = Time(() => Fit(fitNet, fitOptimizer, data, (ulong)(round + 2), bare));
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (round >= 0)
            {
                steps.Add(first);
                fit.Add(second);
                bytes.Add(allocated);
            }
        }

        var ratios = steps.Zip(fit, (first, second) => second / first).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{threads} thread(s), {what}: Step {Median(steps):0.0} ms, Fit {Median(fit):0.0} ms, ratio of medians {Median(fit) / Median(steps):0.000}, median ratio {Median(ratios):0.000} ({ratios.Min():0.000} to {ratios.Max():0.000}), {Median(bytes) / 1024:0} KiB allocated per call of Fit"));
    }

    private static void Steps(Mlp784x128x10 net, Optimizer optimizer, Dataset<float, int> data)
    {
        foreach (var batch in data.Batches(Batch))
        {
            net.Step(batch.Inputs, batch.Targets, optimizer);
        }
    }

    private static void Fit(Mlp784x128x10 net, Optimizer optimizer, Dataset<float, int> data, ulong seed, bool bare) =>
        net.Fit(data, new FitOptions { Epochs = 1, BatchSize = Batch, Optimizer = optimizer, Seed = seed, Shuffle = !bare, Progress = bare ? null : new Listener() });

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static Dataset<float, int> Random()
    {
        var random = new Random(1);
        var inputs = new float[60_000 * 784];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = random.NextSingle();
        }

        return Dataset.From(inputs, [.. Enumerable.Range(0, 60_000).Select(i => i % 10)], 1, 28, 28);
    }

    private sealed class Listener : IProgress<FitProgress>
    {
        public double Loss { get; private set; }

        public void Report(FitProgress value) => Loss = value.Loss;
    }
}
