using System.Diagnostics;
using System.Globalization;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Generation;

/// <summary>
/// <c>generate</c>: what a token costs behind texts of several lengths, on the cache of keys and values and by predicting the whole context anew, on one thread. Beside the times stands
/// what attention adds to a token: two sums over all positions per feature and layer.
/// </summary>
internal static class CachedGeneration
{
    private const int Rounds = 20;
    private const int Context = 1024;

    public static void Run()
    {
        WorkerPool.MaxThreads = 1;
        var net = new Writer1024(1);
        var (positions, cached) = (new[] { 1, 32, 128, 256, 512, 1023 }, Enumerable.Repeat(double.MaxValue, Context).ToArray());
        var (stream, answer) = (net.OpenStream(), new float[128]);
        for (var round = 0; round < Rounds; round++)
        {
            stream.Reset();
            for (var position = 0; position < Context; position++)
            {
                var start = Stopwatch.GetTimestamp();
                stream.Advance([position % 100], answer);
                cached[position] = Math.Min(cached[position], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var (tokens, outputs, whole) = (new int[Context], new float[Context * 128], double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            net.Predict(tokens, outputs);
            whole = Math.Min(whole, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        Console.WriteLine("| positions before | cached, us per token | whole context anew, us | ratio |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var position in positions)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {position} | {cached[position]:0.0} | {whole:0} | {whole / cached[position]:0}x |"));
        }

        // Of four layers: the products with 200,000 weights each, beside two sums of 128 features over the positions.
        var slope = (cached[1023] - cached[256]) / (1023 - 256);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Each further position costs {slope * 1000:0.0} ns: {4 * 4 * 128 / slope / 1000:0.0} GFLOP/s of attention."));
    }
}
