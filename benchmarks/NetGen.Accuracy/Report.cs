using System.Globalization;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Accuracy;

/// <summary>Runs the measurements and prints them as rows of Markdown tables, a column per vector form.</summary>
internal static class Report
{
    private static readonly SimdTarget[] Forms = [.. Targets.Supported];

    public static void Floats(IEnumerable<Function> functions, int stride)
    {
        var programs = Compile(isDouble: false);
        Header();
        foreach (var function in functions.Where(f => f != Function.Pow))
        {
            var op = Enum.Parse<UnaryOp>(function.ToString());
            var sweep = new FloatSweep(function.ToString(), x => ScalarEvaluator.Apply(op, x), stride);
            Row(function.ToString(), "float", sweep.Count, sweep.Run(programs));
        }
    }

    public static void Compositions(int stride)
    {
        VectorProgram[] programs = [.. Forms.Select(form => VectorProgram.Compile(form, isDouble: false, Composition.All.ToDictionary(c => c.Name, c => c.Expression)))];
        Header();
        foreach (var composition in Composition.All)
        {
            var sweep = new FloatSweep(composition.Name, composition.Reference, stride);
            Row(composition.Name, "float", sweep.Count, sweep.Run(programs));
        }
    }

    public static void Doubles(IEnumerable<Function> functions, long count)
    {
        var programs = Compile(isDouble: true);
        Header();
        foreach (var function in functions.Where(f => f != Function.Pow))
        {
            Row(function.ToString(), "double", count, new DoubleSweep(function, count).Run(programs));
        }
    }

    public static void Powers(int n)
    {
        Header();
        foreach (var isDouble in new[] { false, true })
        {
            Row(nameof(Function.Pow), isDouble ? "double" : "float", (long)n * n, new PowerSweep(n, isDouble).Run(Compile(isDouble)));
        }
    }

    public static void Times(Function[] functions)
    {
        var rows = new List<(Function Function, string Type, Timing[] Times)>();
        foreach (var isDouble in new[] { false, true })
        {
            var programs = Compile(isDouble);
            foreach (var function in functions)
            {
                // Within every function's domain, and none of the special numbers.
                double X(int i) => function is Function.Log or Function.Pow ? 0.01 + (i * 0.01) : (i - 500) * 0.01;
                Timing[] times = [.. Forms.Select((form, f) => isDouble
                    ? Timing.Of(programs[f], function, X, 2.3, Lanes(form) / 2)
                    : Timing.Of(programs[f], function, i => (float)X(i), 2.3f, Lanes(form)))];
                rows.Add((function, isDouble ? "double" : "float", times));
            }
        }

        // Round after round, so that a disturbance of seconds spoils none.
        for (var round = 0; round < 100; round++)
        {
            rows.ForEach(row => Array.ForEach(row.Times, time => time.Measure()));
        }

        Header();
        foreach (var (function, type, times) in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"| {function} | {type} | | {string.Join(" | ", times.Select(t => t.Best.ToString("0.0", CultureInfo.InvariantCulture)))} |"));
        }
    }

    private static int Lanes(SimdTarget form) => form switch { SimdTarget.Vector512 => 16, SimdTarget.Vector256 => 8, _ => 4 };

    private static VectorProgram[] Compile(bool isDouble) => [.. Forms.Select(form => Targets.Compile(form, isDouble))];

    private static void Header()
    {
        Console.WriteLine($"| Function | Type | Points | {string.Join(" | ", Forms)} |");
        Console.WriteLine($"|---|---|---|{string.Concat(Forms.Select(_ => "---|"))}");
    }

    private static void Row(string function, string type, long count, Worst[] worst) =>
        Console.WriteLine(FormattableString.Invariant($"| {function} | {type} | {count} | {string.Join(" | ", worst.Select(w => w.ToString()))} |"));
}
