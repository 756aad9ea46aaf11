using System.Diagnostics;
using System.Globalization;

namespace NetGen.Benchmarks;

/// <summary>
/// <c>csv [megabytes]</c>: writes a table of that size (1,000 by default), trains on it as a stream for one epoch with a validation part, and tells the time and
/// the largest managed heap. Start it with <c>DOTNET_GCHeapHardLimit=0xC800000</c> and the runtime itself holds it to 200 MB.
/// </summary>
internal static class LargeCsv
{
    private const int Numbers = 16;

    public static void Run(int megabytes)
    {
        string path = Path.Combine(Path.GetTempPath(), $"netgen-large-{Environment.ProcessId}.csv");
        try
        {
            Write(path, megabytes * 1_000_000L);
            Train(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Train(string path)
    {
        using var heap = new HeapWatch();
        double size = new FileInfo(path).Length / 1e6;
        long start = Stopwatch.GetTimestamp();
        var (learn, held) = CsvStream.Open(path).Split(0.95, seed: 1);
        var encoder = TableEncoder.Fit(learn, new EncodingOptions { Target = "label", Ignore = ["id"] });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:0} MB, {learn.Count:N0} + {held.Count:N0} rows, {encoder.InputSize} inputs; measured in {Seconds(start):0.0} s"));

        start = Stopwatch.GetTimestamp();
        var net = new TableNet(1);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var result = net.Fit(encoder.Labels(learn), new FitOptions { BatchSize = 256, Optimizer = new Adam(1e-3), Seed = 1, Validation = encoder.Labels(held) });
        double seconds = Seconds(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one epoch and validation: {seconds:0.0} s, {size / seconds:0} MB/s, {result.Steps:N0} steps, loss {result.Last!.Loss:0.0000}, validation accuracy {result.Last.ValidationAccuracy:0.0000}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"largest managed heap {heap.Largest / 1e6:0} MB, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6:0} MB allocated by the training, working set {Environment.WorkingSet / 1e6:0} MB"));
    }

    /// <summary>Rows of an identifier, numbers, a category and the class that they decide.</summary>
    private static void Write(string path, long bytes)
    {
        var random = new Random(1);
        string[] colours = ["red", "green", "blue", "\"light, dark\""];
        using var file = new StreamWriter(path);
        file.NewLine = "\n";
        file.WriteLine("id," + string.Join(',', Enumerable.Range(1, Numbers).Select(i => $"x{i}")) + ",colour,label");
        for (long row = 0, written = 0; written < bytes; row++)
        {
            double sum = 0;
            var line = new System.Text.StringBuilder().Append(CultureInfo.InvariantCulture, $"customer-{row:D9}");
            for (int i = 0; i < Numbers; i++)
            {
                double value = random.NextDouble() - 0.5;
                sum += value;
                line.Append(CultureInfo.InvariantCulture, $",{value:0.000000}");
            }

            int colour = random.Next(colours.Length);
            line.Append(',').Append(colours[colour]).Append(',').Append(sum + (colour / 4.0) > 0.4 ? "yes" : "no");
            file.WriteLine(line);
            written += line.Length + 1;
        }
    }

    private static double Seconds(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;

    /// <summary>Looks at the size of the heap, garbage included, a hundred times per second.</summary>
    private sealed class HeapWatch : IDisposable
    {
        private readonly Timer _timer;

        public HeapWatch() => _timer = new Timer(_ => Largest = Math.Max(Largest, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 10);

        public long Largest { get; private set; }

        public void Dispose() => _timer.Dispose();
    }
}

[Network, Input(20)]
[Dense(64), ReLU]
[Dense(2), SoftmaxCrossEntropy]
internal sealed partial class TableNet;
