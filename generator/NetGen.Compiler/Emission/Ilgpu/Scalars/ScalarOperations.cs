using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu.Scalars;

/// <summary>
/// One number at a time, in the C# that ILGPU compiles for every device: no intrinsics, bits through <c>Interop</c>, choices as conditional expressions.
/// What has to be rounded to nearest or to twice the precision is a call of one of <see cref="DeviceMath"/>'s methods.
/// </summary>
internal sealed class ScalarOperations(Precision precision) : SimdOperations(precision == Precision.Single ? "MathF" : "Math", precision, 1)
{
    public override string VectorType => Element;

    public override string Zero => IsSingle ? "0f" : "0.0";

    internal override string? FarReduction => Scalars.FarReduction.Name;

    internal override string Integer(string literal) => literal;

    public override string Create(double value) => value == 0 && 1 / value > 0 ? Zero : Literal(value);

    public override string Compare(Comparison op, string a, string b) => op switch
    {
        Comparison.Greater => $"{Wrap(a)} > {Wrap(b)}",
        Comparison.GreaterOrEqual => $"{Wrap(a)} >= {Wrap(b)}",
        Comparison.Less => $"{Wrap(a)} < {Wrap(b)}",
        Comparison.LessOrEqual => $"{Wrap(a)} <= {Wrap(b)}",
        Comparison.Equal => $"{Wrap(a)} == {Wrap(b)}",
        Comparison.NotEqual => $"{Wrap(a)} != {Wrap(b)}",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown comparison"),
    };

    public override string Select(string condition, string then, string otherwise) => $"{condition} ? {Wrap(then)} : {Wrap(otherwise)}";

    public override string MultiplyAdd(string a, string b, string c) => $"({Wrap(a)} * {Wrap(b)}) + {Wrap(c)}";

    public override string MultiplySubtract(string a, string b, string c) => $"({Wrap(a)} * {Wrap(b)}) - {Wrap(c)}";

    public override string NegatedMultiplyAdd(string a, string b, string c) => $"{Wrap(c)} - ({Wrap(a)} * {Wrap(b)})";

    public override string Max(string a, string b) => Select(Compare(Comparison.Greater, a, b), a, b);

    public override string Min(string a, string b) => Select(Compare(Comparison.Less, a, b), a, b);

    public override string Round(string a) => $"{DeviceMath.Round}({a})";

    internal override string ExactMultiplySubtract(string a, string b, string c) => $"{DeviceMath.ProductMinus}({a}, {b}, {c})";

    internal override string ExactNegatedMultiplyAdd(string a, string b, string c) => $"-{DeviceMath.ProductMinus}({a}, {b}, {c})";

    internal override string AsInteger(string a) => $"Interop.FloatAsInt({Bare(a)})";

    internal override string AsFloating(string bits) => $"Interop.IntAsFloat({Bare(bits)})";

    internal override string WithSignOf(string positive, string sign) =>
        $"Interop.IntAsFloat({AsInteger(positive)} | ({AsInteger(sign)} & {(IsSingle ? "0x80000000" : "0x8000000000000000")}))";

    internal override string ByQuadrant(string sin, string cos) =>
        $"Interop.IntAsFloat(Interop.FloatAsInt((quadrant & 1) == 0 ? {sin} : {cos}) ^ ((quadrant & 2) << {(IsSingle ? "30" : "62")}))";

    internal override string AnyGreater(string a, string b) => Compare(Comparison.Greater, a, b);

    /// <summary>Without the parentheses around all of it.</summary>
    private static string Bare(string text)
    {
        if (!text.StartsWith("(", StringComparison.Ordinal))
        {
            return text;
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i == text.Length - 1 ? text.Substring(1, i - 1) : text;
            }
        }

        return text;
    }
}
