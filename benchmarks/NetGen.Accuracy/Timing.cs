using System.Diagnostics;
using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>
/// Nanoseconds per vector, on one core, from data in its first-level cache: the best of many short runs, so that other work on the machine counts little.
/// </summary>
internal sealed class Timing
{
    private const int Length = 1024;
    private const int Repetitions = 10;

    private readonly Action _run;
    private readonly int _vectors;

    private Timing(Action run, int vectors) => (_run, _vectors) = (run, vectors);

    public double Best { get; private set; } = double.PositiveInfinity;

    public static Timing Of<T>(VectorProgram program, Function function, Func<int, T> argument, T exponent, int lanes)
    {
        var xs = Enumerable.Range(0, Length).Select(argument).ToArray();
        var ys = Enumerable.Repeat(exponent, Length).ToArray();
        var results = new T[Length];
        var method = program.Method<T>(function.ToString());
        return new(() => method(xs, ys, results), Repetitions * Length / lanes);
    }

    public void Measure()
    {
        for (var run = 0; run < 20; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Repetitions; i++)
            {
                _run();
            }

            Best = Math.Min(Best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / _vectors);
        }
    }
}
