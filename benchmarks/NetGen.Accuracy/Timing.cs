using System.Diagnostics;
using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>Nanoseconds per vector, on one core, from data in its first-level cache: the best of many runs.</summary>
internal static class Timing
{
    private const int Length = 1024;

    public static double Nanoseconds<T>(VectorProgram program, Function function, Func<int, T> argument, T exponent, int lanes)
    {
        var xs = Enumerable.Range(0, Length).Select(argument).ToArray();
        var ys = Enumerable.Repeat(exponent, Length).ToArray();
        var results = new T[Length];
        var method = program.Method<T>(function.ToString());
        var best = double.PositiveInfinity;
        for (var run = 0; run < 300; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 20; i++)
            {
                method(xs, ys, results);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return best / (20 * Length / lanes);
    }
}
