using System.Globalization;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>The vector mathematics in units in the last place, on every vector form that this machine runs.</summary>
public class SimdMathTests
{
    private static readonly Dictionary<Function, double> Bounds = new()
    {
        [Function.Exp] = 1, [Function.Expm1] = 2, [Function.Log] = 1, [Function.Log1p] = 1.5, [Function.Tanh] = 3,
        [Function.Sigmoid] = 3, [Function.Erf] = 2, [Function.Sin] = 3, [Function.Cos] = 3,
    };

    public static TheoryData<SimdTarget> Targets =>
    [
        .. Enum.GetValues<SimdTarget>().Where(t => t switch
        {
            SimdTarget.Vector512 => Avx512F.IsSupported,
            SimdTarget.Vector256 => Avx2.IsSupported && Fma.IsSupported,
            _ => true,
        }),
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Single_precision_stays_within_its_bound_over_the_whole_range(SimdTarget target)
    {
        var xs = Samples();
        var program = VectorProgram.Compile(target, isDouble: false, Bounds.Keys.ToDictionary(f => f.ToString(), f => Apply(f)));
        // Documented: without fused multiply-add errors are up to twice as large.
        var slack = Fma.IsSupported || AdvSimd.IsSupported ? 1 : 2;
        foreach (var (function, limit) in Bounds)
        {
            var bound = limit * slack;
            var op = Enum.Parse<UnaryOp>(function.ToString());
            var found = program.Run(function.ToString(), xs);
            for (var i = 0; i < xs.Length; i++)
            {
                // Documented: sine and cosine lose accuracy beyond, sigmoid has no subnormal results.
                var outside = (function is Function.Sin or Function.Cos && Math.Abs(xs[i]) > 1e4) ||
                    (function is Function.Sigmoid && xs[i] < -87.3 && found[i] < 1.2e-38);
                var expected = ScalarEvaluator.Apply(op, xs[i]);
                Assert.True(
                    outside || Error(found[i], expected) <= bound,
                    $"{function}({xs[i]:G9}) on {target}: expected {expected:G9} within {bound} ulp, found {found[i]:G9}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Double_precision_agrees_with_stored_values(SimdTarget target)
    {
        var functions = Bounds.Keys.ToDictionary(f => f.ToString(), f => Apply(f));
        functions["Pow"] = Scalar.Pow(Scalar.X, Scalar.Variable(1));
        var program = VectorProgram.Compile(target, isDouble: true, functions);
        foreach (var rows in StoredValues().GroupBy(row => row.Function))
        {
            var found = program.Run(rows.Key, [.. rows.Select(r => r.X)], [.. rows.Select(r => r.Y)]);
            foreach (var (row, value) in rows.Zip(found))
            {
                var ulps = Math.Abs(value - row.Value) / (Math.BitIncrement(Math.Abs(row.Value)) - Math.Abs(row.Value));
                Assert.True(ulps <= 2, $"{row.Function}({row.X:G17}, {row.Y:G17}) on {target}: expected {row.Value:G17}, found {value:G17}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Power_in_single_precision_is_right_with_its_special_cases(SimdTarget target)
    {
        float[] special = [0, 1, -1, 2, -2, 0.5f, -0.5f, 3, 1e30f, 1e-40f, float.PositiveInfinity, float.NaN];
        var pairs = special.SelectMany(x => special.Append(float.NegativeInfinity).Select(y => (X: x, Y: y)))
            .Where(p => p.X != -1 || !float.IsInfinity(p.Y)).ToList();
        var random = new Random(1);
        for (var i = 0; i < 20000; i++)
        {
            var y = (random.NextSingle() - 0.5f) * 60;
            pairs.Add((MathF.Exp((random.NextSingle() - 0.5f) * 200 / y), y));
        }

        var program = VectorProgram.Compile(
            target, isDouble: false, new Dictionary<string, Expr> { ["Pow"] = Scalar.Pow(Scalar.X, Scalar.Variable(1)) });
        var found = program.Run("Pow", [.. pairs.Select(p => p.X)], [.. pairs.Select(p => p.Y)]);
        foreach (var ((x, y), value) in pairs.Zip(found))
        {
            Assert.True(Error(value, Math.Pow(x, y)) <= 2, $"{x:G9}^{y:G9} on {target}: expected {Math.Pow(x, y):G9}, found {value:G9}");
        }
    }

    private static Expr Apply(Function function) => Scalar.Apply(Enum.Parse<UnaryOp>(function.ToString()), Scalar.X);

    private static float[] Samples()
    {
        var xs = new List<float>
        {
            0, -0f, 1, -1, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.MaxValue, float.Epsilon,
            88.72283f, 88.72284f, -87.33655f, -103.97f, -104, 3.925f, 4, 9.1f,
        };
        // A prime: every exponent, and all kinds of mantissas.
        for (var bits = 0u; bits < uint.MaxValue - 9973; bits += 9973)
        {
            xs.Add(BitConverter.UInt32BitsToSingle(bits));
        }

        for (var i = -20000; i < 20000; i++)
        {
            xs.Add(i * 1e-3f);
        }

        return [.. xs];
    }

    private static IEnumerable<(string Function, double X, double Y, double Value)> StoredValues()
    {
        using var stream = typeof(SimdMathTests).Assembly.GetManifestResourceStream("functions.csv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            double Number(int i) => BitConverter.UInt64BitsToDouble(ulong.Parse(parts[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            yield return (char.ToUpperInvariant(parts[0][0]) + parts[0][1..], Number(1), Number(2), Number(3));
        }
    }

    /// <summary>The distance in ulp of the exact result; 0 for equal infinities and NaNs.</summary>
    private static double Error(float found, double exact)
    {
        var rounded = (float)exact;
        if (float.IsNaN(found) || float.IsNaN(rounded) || float.IsInfinity(found) || float.IsInfinity(rounded))
        {
            // Next to the largest number either is right.
            var edge = Math.Abs(exact) is > 3.40282e38 and < 3.40283e38 && !float.IsNaN(found);
            return found.Equals(rounded) || edge ? 0 : double.PositiveInfinity;
        }

        var magnitude = Math.Max(Math.Abs(exact), 1.1754943508222875e-38);
        return Math.Abs(found - exact) / Math.ScaleB(1, Math.ILogB(magnitude) - 23);
    }
}
