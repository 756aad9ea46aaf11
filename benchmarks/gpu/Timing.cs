using System.Diagnostics;
using ILGPU.Runtime;
using NetGen.Gpu;

namespace NetGen.Benchmarks;

/// <summary>Times of training steps and predictions with the data on the device; a line of JSON each, as those of pytorch_steps.py.</summary>
internal sealed class Timing(Subject subject, Accelerator accelerator, ProductPrecision products)
{
    private const int Repetitions = 7;

    private string By => products == ProductPrecision.Single ? "NetGen" : $"NetGen ({products})";

    /// <summary>A step, and the time of each of its launches where the context was built with profiling.</summary>
    public void Step(int batch, bool launches)
    {
        using var device = subject.OnDevice(accelerator, products);
        var optimizer = new Adam(1e-3);
        var labels = HashedNumbers.Labels(subject.Info, batch);
        device.Step(HashedNumbers.Inputs(subject.Info, batch), (ReadOnlySpan<int>)labels, [], optimizer);
        if (launches)
        {
            WriteLaunches(device, optimizer, batch);
            return;
        }

        Report(batch, "step", Median(times => device.Repeat(optimizer, times)));
    }

    /// <summary>A prediction. Large batches are predicted in blocks, so that the time is that of the last block, scaled.</summary>
    public void Predict(int batch)
    {
        using var device = subject.OnDevice(accelerator, products);
        var part = Math.Min(batch, 1 << 16);
        _ = device.Predict(HashedNumbers.Inputs(subject.Info, part));
        Report(batch, "predict", Median(times => device.Repeat(null, times)) * batch / part);
    }

    /// <summary>A step as a user calls it: the batch comes from the host, and the loss goes back to it.</summary>
    public void WholeStep(int batch)
    {
        using var device = subject.OnDevice(accelerator, products);
        var optimizer = new Adam(1e-3);
        var inputs = HashedNumbers.Inputs(subject.Info, batch);
        var labels = HashedNumbers.Labels(subject.Info, batch);
        Report(batch, "step with transfers", Median(times =>
        {
            for (var i = 0; i < times; i++)
            {
                device.Step(inputs, (ReadOnlySpan<int>)labels, [], optimizer);
            }
        }));
    }

    private static double Median(Action<int> run)
    {
        run(5);
        var once = Stopwatch.StartNew();
        run(1);
        var count = (int)Math.Clamp(0.1 / Math.Max(1e-6, once.Elapsed.TotalSeconds), 5, 300);
        var times = new double[Repetitions];
        for (var i = 0; i < Repetitions; i++)
        {
            var watch = Stopwatch.StartNew();
            run(count);
            times[i] = watch.Elapsed.TotalMilliseconds / count;
        }

        Array.Sort(times);
        return times[Repetitions / 2];
    }

    private static void WriteLaunches(GpuCore<float> device, Optimizer optimizer, int batch)
    {
        device.Repeat(optimizer, 3);
        device.IsTiming = true;
        device.Repeat(optimizer, 10);
        foreach (var (name, (count, time)) in device.Times)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"  batch {batch}: {name} {time.TotalMicroseconds / count:F1} µs"));
        }
    }

    private void Report(int batch, string what, double milliseconds) => Console.WriteLine(FormattableString.Invariant(
        $$"""{"network": "{{subject.Name}}", "batch": {{batch}}, "what": "{{what}}", "by": "{{By}}", "ms": {{milliseconds:R}}}"""));
}
