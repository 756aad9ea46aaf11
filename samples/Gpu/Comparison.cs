using System.Diagnostics;
using ILGPU.Runtime;
using NetGen;

namespace GpuDigits;

/// <summary>The same training on a device and on the processor, from the same weights and in the same order of samples.</summary>
internal static class Comparison
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    private const ulong Seed = 42;

    /// <summary>Runs both and prints them side by side.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Options options, Accelerator accelerator, CancellationToken cancellation)
    {
        var (train, test) = options.Data is null ? GeneratedDigits.Create(options.Samples, options.Samples / 6) : Dataset.LoadIdx(options.Data);
        Console.WriteLine(DigitNet.Info.Summary());
        Console.WriteLine($"{train.Count:N0} images, {options.Epochs} epochs, batches of {options.BatchSize}");
        Console.WriteLine();

        var (onDevice, onProcessor) = (new DigitNet(Seed), new DigitNet(Seed));
        using var gpu = onDevice.ToGpu(accelerator);

        // The first step compiles the kernels; a copy takes it, so that the training starts fresh.
        using (var copy = new DigitNet(Seed).ToGpu(accelerator))
        {
            _ = WarmUp(copy, train, options.BatchSize);
        }

        _ = WarmUp(new DigitNet(Seed), train, options.BatchSize);
        if (Fit(gpu, train, options, cancellation) is not { } device || Fit(onProcessor, train, options, cancellation) is not { } processor)
        {
            return Cancelled;
        }

        Console.WriteLine($"{"",-12}{accelerator.Name,-40}{"this processor",-20}");
        Console.WriteLine($"{"training",-12}{device.Elapsed.TotalSeconds,-40:N2}{processor.Elapsed.TotalSeconds:N2} s");
        Console.WriteLine($"{"samples / s",-12}{train.Count * options.Epochs / device.Elapsed.TotalSeconds,-40:N0}{train.Count * options.Epochs / processor.Elapsed.TotalSeconds:N0}");
        Console.WriteLine($"{"loss",-12}{device.Last!.Loss,-40:N4}{processor.Last!.Loss:N4}");

        // Fit leaves the weights on both sides; whatever else the network offers works on them.
        Console.WriteLine($"{"accuracy",-12}{gpu.Evaluate(test).Accuracy,-40:P2}{onProcessor.Evaluate(test).Accuracy:P2}");
        if (options.Launches)
        {
            ShowLaunches(gpu, train, options.BatchSize);
        }

        return 0;
    }

    private static FitResult? Fit(ITrainable<float, int> network, Dataset<float, int> train, Options options, CancellationToken cancellation)
    {
        var result = network.Fit(train, new FitOptions { Epochs = options.Epochs, BatchSize = options.BatchSize, Optimizer = new Adam(options.LearningRate), Seed = Seed }, cancellation);
        return result.Cancelled ? null : result;
    }

    private static float WarmUp(ITrainable<float, int> network, Dataset<float, int> train, int batchSize)
    {
        var batch = train.Batches(Math.Min(batchSize, train.Count)).First();
        return network.Step(batch.Inputs, batch.Targets, new Adam());
    }

    private static void ShowLaunches(DigitNet.Gpu gpu, Dataset<float, int> train, int batchSize)
    {
        gpu.IsTiming = true;
        var adam = new Adam();
        var watch = Stopwatch.StartNew();
        var steps = 0;
        foreach (var batch in train.Batches(batchSize).Take(100))
        {
            _ = gpu.Step(batch.Inputs, batch.Targets, adam);
            steps++;
        }

        Console.WriteLine();
        Console.WriteLine($"{steps} steps, one by one and timed: {watch.Elapsed.TotalMilliseconds / steps:N3} ms each");
        foreach (var (kernel, (count, time)) in gpu.Times.OrderByDescending(pair => pair.Value.Time))
        {
            Console.WriteLine($"  {kernel,-40}{time.TotalMicroseconds / count,10:N1} µs");
        }
    }
}
