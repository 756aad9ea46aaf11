using NetGen.Accuracy;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>
/// The vector mathematics in units in the last place, on every vector form that this machine runs: samples of what
/// benchmarks/NetGen.Accuracy measures exhaustively. The bounds are the promised ones of docs/numerics.md.
/// </summary>
public class SimdMathTests
{
    public static TheoryData<SimdTarget> Targets => [.. Accuracy.Targets.Supported];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Single_precision_stays_within_its_bound_over_the_whole_range(SimdTarget target)
    {
        var xs = Singles();
        var program = Accuracy.Targets.Compile(target, isDouble: false);
        foreach (var function in Unaries)
        {
            var op = Enum.Parse<UnaryOp>(function.ToString());
            foreach (var (x, found) in xs.Zip(program.Run(function.ToString(), xs)))
            {
                Check(target, function, x, 0, found, new Exact(ScalarEvaluator.Apply(op, x)).UlpsOf(found));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Double_precision_stays_within_its_bound_over_the_whole_range(SimdTarget target)
    {
        var program = Accuracy.Targets.Compile(target, isDouble: true);
        foreach (var function in Unaries)
        {
            var xs = Enumerable.Range(0, 20000).Select(i => DoubleSample.Point(i, 20000)).ToArray();
            foreach (var (x, found) in xs.Zip(program.Run(function.ToString(), xs)))
            {
                Check(target, function, x, 0, found, ExactFunctions.Apply(function, x).UlpsOf(found));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Double_precision_agrees_with_stored_values(SimdTarget target)
    {
        var program = Accuracy.Targets.Compile(target, isDouble: true);
        foreach (var rows in StoredValues.All().GroupBy(row => row.Function))
        {
            var found = program.Run(rows.Key.ToString(), [.. rows.Select(r => r.X)], [.. rows.Select(r => r.Y)]);
            foreach (var (row, value) in rows.Zip(found))
            {
                Check(target, row.Function, row.X, row.Y, value, new Exact(row.Value).UlpsOf(value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Sine_and_cosine_are_right_next_to_multiples_of_half_pi(SimdTarget target)
    {
        var xs = DoubleSample.Multiples().Where((_, i) => i % 31 == 0).ToArray();
        var singles = DoubleSample.Multiples().Where((_, i) => i % 6 < 2).Select(x => (float)x).ToArray();
        var (program, single) = (Accuracy.Targets.Compile(target, isDouble: true), Accuracy.Targets.Compile(target, isDouble: false));
        foreach (var function in new[] { Function.Sin, Function.Cos })
        {
            foreach (var (x, found) in xs.Zip(program.Run(function.ToString(), xs)))
            {
                Check(target, function, x, 0, found, ExactFunctions.Apply(function, x).UlpsOf(found));
            }

            foreach (var (x, found) in singles.Zip(single.Run(function.ToString(), singles)))
            {
                Check(target, function, x, 0, found, new Exact(function == Function.Sin ? Math.Sin(x) : Math.Cos(x)).UlpsOf(found));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Sine_of_a_large_number_leaves_the_other_lanes_alone(SimdTarget target)
    {
        var xs = Enumerable.Range(0, 64).Select(i => i % 5 == 0 ? Math.Pow(10, i * 4) : i * 0.37).ToArray();
        var near = xs.Select(x => Math.Abs(x) > 131072 ? 0 : x).ToArray();
        var program = Accuracy.Targets.Compile(target, isDouble: true);
        var (mixed, alone) = (program.Run(nameof(Function.Sin), xs), program.Run(nameof(Function.Sin), near));
        for (var i = 0; i < xs.Length; i++)
        {
            Assert.Equal(Math.Abs(xs[i]) > 131072 ? Math.Sin(xs[i]) : alone[i], mixed[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Power_stays_within_its_bound_on_a_grid_with_all_special_cases(SimdTarget target)
    {
        const int N = 120;
        foreach (var isDouble in new[] { false, true })
        {
            var grid = new PowerGrid(N, isDouble);
            var program = Accuracy.Targets.Compile(target, isDouble);
            for (var row = 0; row < N; row++)
            {
                var xs = Enumerable.Repeat(grid.Base(row), N).ToArray();
                var ys = Enumerable.Range(0, N).Select(column => grid.Exponent(xs[0], column)).ToArray();
                var found = isDouble ? program.Run(nameof(Function.Pow), xs, ys) : Widened(program.Run(nameof(Function.Pow), Narrowed(xs), Narrowed(ys)));
                for (var i = 0; i < N; i++)
                {
                    var exact = ExactFunctions.Pow(xs[i], ys[i]);
                    Check(target, Function.Pow, xs[i], ys[i], found[i], isDouble ? exact.UlpsOf(found[i]) : exact.UlpsOf((float)found[i]));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Power_of_zero_has_the_sign_that_c_gives_it(SimdTarget target)
    {
        double[] ys = [3, 2, 2.5, -3, -2, -2.5, double.PositiveInfinity, double.NegativeInfinity];
        double[] xs = [.. ys.Select(_ => -0.0)];
        var found = Accuracy.Targets.Compile(target, isDouble: true).Run(nameof(Function.Pow), xs, ys);
        Assert.Equal(ys.Select(y => Bits(Math.Pow(-0.0, y))), found.Select(Bits));
    }

    private static IEnumerable<Function> Unaries => Enum.GetValues<Function>().Where(f => f != Function.Pow);

    private static double Bound(Function function) => function is Function.Exp or Function.Log ? 2 : 4;

    private static void Check(SimdTarget target, Function function, double x, double y, double found, double ulps)
    {
        if (ulps > Bound(function))
        {
            Assert.Fail($"{function}({x:R}, {y:R}) on {target}: found {found:R}, wrong by {ulps} ulp");
        }
    }

    private static float[] Singles()
    {
        var xs = new List<float>
        {
            0, -0f, 1, -1, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon,
            88.72283f, 88.72284f, -87.33655f, -103.97f, -104, 3.925f, 4, 9.1f, 131072, 131080,
        };
        // A prime: every exponent, and all kinds of mantissas.
        for (var bits = 0u; bits < uint.MaxValue - 19937; bits += 19937)
        {
            xs.Add(BitConverter.UInt32BitsToSingle(bits));
        }

        for (var i = -20000; i < 20000; i++)
        {
            xs.Add(i * 1e-3f);
        }

        return [.. xs];
    }

    private static float[] Narrowed(double[] xs) => Array.ConvertAll(xs, x => (float)x);

    private static double[] Widened(float[] xs) => Array.ConvertAll(xs, x => (double)x);

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
