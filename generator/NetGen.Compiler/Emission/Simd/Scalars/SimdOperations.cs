using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// The basic vector operations as C# text, for one target and precision. Arguments are C# expressions; operators put
/// parentheses around those that need them. Printed text needs <c>using System.Runtime.Intrinsics</c> and
/// <c>System.Runtime.Intrinsics.X86</c>, and no other API than that of .NET 9.
/// </summary>
public abstract class SimdOperations
{
    private protected SimdOperations(string type, Precision precision, int lanes) => (Type, Precision, Lanes) = (type, precision, lanes);

    public Precision Precision { get; }

    public bool IsSingle => Precision == Precision.Single;

    /// <summary>Elements per vector.</summary>
    public int Lanes { get; }

    /// <summary><c>float</c> or <c>double</c>.</summary>
    public string Element => IsSingle ? "float" : "double";

    /// <summary>The static class of the vector type, <c>Vector512</c>.</summary>
    public string Type { get; }

    /// <summary>The vector type, <c>Vector512&lt;float&gt;</c>.</summary>
    public virtual string VectorType => $"{Type}<{Element}>";

    public virtual string Zero => $"{VectorType}.Zero";

    public static SimdOperations For(SimdTarget target, Precision precision) => target switch
    {
        SimdTarget.Vector512 => new Simd512Operations(precision),
        SimdTarget.Vector256 => new Simd256Operations(precision),
        SimdTarget.Vector128 => new Simd128Operations(precision),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "unknown vector form"),
    };

    /// <summary>The number in every lane.</summary>
    public virtual string Create(double value) => value == 0 && 1 / value > 0 ? Zero : $"{Type}.Create({Literal(value)})";

    public static string Add(string a, string b) => $"{Wrap(a)} + {Wrap(b)}";

    public static string Sub(string a, string b) => $"{Wrap(a)} - {Wrap(b)}";

    public static string Mul(string a, string b) => $"{Wrap(a)} * {Wrap(b)}";

    public static string Div(string a, string b) => $"{Wrap(a)} / {Wrap(b)}";

    public static string Neg(string a) => $"-{Wrap(a)}";

    public virtual string Abs(string a) => $"{Type}.Abs({a})";

    public virtual string Sqrt(string a) => $"{Type}.Sqrt({a})";

    public virtual string Floor(string a) => $"{Type}.Floor({a})";

    /// <summary>a * b + c, rounded once where the machine can.</summary>
    public abstract string MultiplyAdd(string a, string b, string c);

    /// <summary>a * b - c.</summary>
    public abstract string MultiplySubtract(string a, string b, string c);

    /// <summary>c - a * b.</summary>
    public abstract string NegatedMultiplyAdd(string a, string b, string c);

    /// <summary>a * b - c, rounded once on every machine, where the rounding error itself is wanted.</summary>
    internal virtual string ExactMultiplySubtract(string a, string b, string c) => MultiplySubtract(a, b, c);

    /// <summary>c - a * b, rounded once on every machine.</summary>
    internal virtual string ExactNegatedMultiplyAdd(string a, string b, string c) => NegatedMultiplyAdd(a, b, c);

    /// <summary>a &gt; b ? a : b; hence b where one is NaN.</summary>
    public abstract string Max(string a, string b);

    /// <summary>a &lt; b ? a : b.</summary>
    public abstract string Min(string a, string b);

    /// <summary>To the nearest integer, ties to even.</summary>
    public abstract string Round(string a);

    /// <summary>All bits set where the comparison holds; only to be consumed by <see cref="Select"/>: there it becomes a mask register.</summary>
    public virtual string Compare(Comparison op, string a, string b) => op switch
    {
        Comparison.Greater => $"{Type}.GreaterThan({a}, {b})",
        Comparison.GreaterOrEqual => $"{Type}.GreaterThanOrEqual({a}, {b})",
        Comparison.Less => $"{Type}.LessThan({a}, {b})",
        Comparison.LessOrEqual => $"{Type}.LessThanOrEqual({a}, {b})",
        Comparison.Equal => $"{Type}.Equals({a}, {b})",
        Comparison.NotEqual => $"~{Type}.Equals({a}, {b})",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown comparison"),
    };

    public virtual string Select(string condition, string then, string otherwise) =>
        $"{Type}.ConditionalSelect({condition}, {then}, {otherwise})";

    /// <summary>Whether scaling by 2^n and splitting off the exponent are single instructions, right for all numbers.</summary>
    internal virtual bool HasScale => false;

    /// <summary>The bits of a number as an integer; <paramref name="a"/> is a name or stands in parentheses.</summary>
    internal virtual string AsInteger(string a) => $"{a}.{(IsSingle ? "AsInt32()" : "AsInt64()")}";

    /// <summary>The number with these bits; <paramref name="bits"/> stands in parentheses.</summary>
    internal virtual string AsFloating(string bits) => $"{bits}.{(IsSingle ? "AsSingle()" : "AsDouble()")}";

    /// <summary>An integer in every lane.</summary>
    internal virtual string Integer(string literal) => $"{Type}.Create({literal})";

    /// <summary>The sign bits of <paramref name="sign"/> on the magnitude of a positive number.</summary>
    internal virtual string WithSignOf(string positive, string sign) => $"{positive} | ({sign} & {Create(-0.0)})";

    /// <summary>The sine in even quadrants, the cosine in odd ones, and in the second half the sign changed; <c>quadrant</c> is a local of integers.</summary>
    internal virtual string ByQuadrant(string sin, string cos)
    {
        var (one, two) = IsSingle ? ("1", "2") : ("1L", "2L");
        var even = AsFloating($"{Type}.Equals(quadrant & {Integer(one)}, {Type}<{(IsSingle ? "int" : "long")}>.Zero)");
        return $"{Select(even, sin, cos)} ^ {AsFloating($"((quadrant & {Integer(two)}) << {(IsSingle ? "30" : "62")})")}";
    }

    /// <summary>The condition of a conditional statement: whether a lane of <paramref name="a"/> is greater than <paramref name="b"/>.</summary>
    internal virtual string AnyGreater(string a, string b) => $"{Type}.GreaterThanAny({a}, {b})";

    private protected string Literal(double value) => IsSingle ? NumberText.Single(value) : NumberText.Double(value);

    /// <summary>The method that reduces large arguments of sine and cosine, <c>r = Method(x, out n)</c>, where numbers come one at a time; null for vectors.</summary>
    internal virtual string? FarReduction => null;

    // An operand that is itself an operation has a blank outside all parentheses, or begins with a sign.
    private protected static string Wrap(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (c == ' ' && depth == 0)
            {
                return $"({text})";
            }
        }

        return text.StartsWith("-", StringComparison.Ordinal) ? $"({text})" : text;
    }
}
