using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu.Scalars;

/// <summary>
/// Prints expressions as device code and remembers which mathematical functions they call; the functions are those of the vector kernels, so that processor
/// and device agree.
/// </summary>
internal sealed class DeviceMath(Precision precision)
{
    public const string Round = "RoundToEven";
    public const string ProductMinus = "ProductMinus";

    private readonly ScalarOperations _operations = new(precision);
    private readonly SortedSet<Function> _used = [];

    /// <summary>The roots as statements and results over the given locals.</summary>
    public SimdCode Write(IReadOnlyList<Expr> roots, IReadOnlyList<string> variables, string prefix)
    {
        var code = SimdExpressionWriter.Write(_operations, roots, variables, prefix);
        _used.UnionWith(code.Used);
        return code;
    }

    /// <summary>The methods behind the functions that were called so far.</summary>
    public IEnumerable<string> Methods()
    {
        if (_used.Count == 0)
        {
            yield break;
        }

        var functions = SimdMath.Emit(_operations, _used);
        yield return functions;
        if (_used.Contains(Function.Sin) || _used.Contains(Function.Cos))
        {
            yield return FarReduction.Print(_operations);
        }

        if (functions.Contains(Round + "("))
        {
            yield return RoundToEven();
        }

        if (functions.Contains(ProductMinus + "("))
        {
            yield return ProductMinusText();
        }
    }

    private string T => _operations.Element;

    private string RoundToEven()
    {
        var large = _operations.Create(_operations.IsSingle ? 8388608.0 : 4503599627370496.0);
        return $$"""
            // To the nearest integer, ties to even: beside 2^{{(_operations.IsSingle ? 23 : 52)}} there is no room for a fraction; larger numbers have none.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static {{T}} {{Round}}({{T}} x)
            {
                {{T}} a = {{_operations.Abs("x")}};
                {{T}} rounded = a < {{large}} ? (a + {{large}}) - {{large}} : a;
                return x < 0 ? -rounded : rounded;
            }
            """;
    }

    private string ProductMinusText()
    {
        var mask = _operations.IsSingle ? "0xFFFFF000" : "0xFFFFFFFFF8000000";
        return $$"""
            // a * b - c with the product to twice the precision: of halves that are cut off by their bits, products are exact, fused or not,
            // and where a * b and c are close, so are all sums but the last.
            private static {{T}} {{ProductMinus}}({{T}} a, {{T}} b, {{T}} c)
            {
                {{T}} aHigh = Interop.IntAsFloat(Interop.FloatAsInt(a) & {{mask}});
                {{T}} bHigh = Interop.IntAsFloat(Interop.FloatAsInt(b) & {{mask}});
                {{T}} aLow = a - aHigh, bLow = b - bHigh;
                return ((((aHigh * bHigh) - c) + (aHigh * bLow)) + (aLow * bHigh)) + (aLow * bLow);
            }
            """;
    }
}
