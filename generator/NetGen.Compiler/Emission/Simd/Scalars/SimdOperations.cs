using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// The basic vector operations as C# text, for one target and precision. Arguments are C# expressions; operators put
/// parentheses around those that need them. Printed text needs <c>using System.Runtime.Intrinsics</c> and
/// <c>System.Runtime.Intrinsics.X86</c>, and no other API than that of .NET 9.
/// </summary>
public abstract class SimdOperations
{
    private protected SimdOperations(SimdTarget target, Precision precision, int bits)
    {
        Target = target;
        Precision = precision;
        Lanes = bits / (IsSingle ? 32 : 64);
        Type = target.ToString();
    }

    public SimdTarget Target { get; }

    public Precision Precision { get; }

    public bool IsSingle => Precision == Precision.Single;

    /// <summary>Elements per vector.</summary>
    public int Lanes { get; }

    /// <summary><c>float</c> or <c>double</c>.</summary>
    public string Element => IsSingle ? "float" : "double";

    /// <summary>The static class of the vector type, <c>Vector512</c>.</summary>
    public string Type { get; }

    /// <summary>The vector type, <c>Vector512&lt;float&gt;</c>.</summary>
    public string VectorType => $"{Type}<{Element}>";

    public string Zero => $"{VectorType}.Zero";

    public static SimdOperations For(SimdTarget target, Precision precision) => target switch
    {
        SimdTarget.Vector512 => new Simd512Operations(precision),
        SimdTarget.Vector256 => new Simd256Operations(precision),
        SimdTarget.Vector128 => new Simd128Operations(precision),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "unknown vector form"),
    };

    /// <summary>The number in every lane.</summary>
    public string Create(double value) =>
        value == 0 && 1 / value > 0 ? Zero : $"{Type}.Create({(IsSingle ? NumberText.Single(value) : NumberText.Double(value))})";

    public static string Add(string a, string b) => $"{Wrap(a)} + {Wrap(b)}";

    public static string Sub(string a, string b) => $"{Wrap(a)} - {Wrap(b)}";

    public static string Mul(string a, string b) => $"{Wrap(a)} * {Wrap(b)}";

    public static string Div(string a, string b) => $"{Wrap(a)} / {Wrap(b)}";

    public static string Neg(string a) => $"-{Wrap(a)}";

    public string Abs(string a) => $"{Type}.Abs({a})";

    public string Sqrt(string a) => $"{Type}.Sqrt({a})";

    public string Floor(string a) => $"{Type}.Floor({a})";

    /// <summary>a * b + c, rounded once where the machine can.</summary>
    public abstract string MultiplyAdd(string a, string b, string c);

    /// <summary>a * b - c.</summary>
    public abstract string MultiplySubtract(string a, string b, string c);

    /// <summary>c - a * b.</summary>
    public abstract string NegatedMultiplyAdd(string a, string b, string c);

    /// <summary>a &gt; b ? a : b; hence b where one is NaN.</summary>
    public abstract string Max(string a, string b);

    /// <summary>a &lt; b ? a : b.</summary>
    public abstract string Min(string a, string b);

    /// <summary>To the nearest integer, ties to even.</summary>
    public abstract string Round(string a);

    /// <summary>All bits set where the comparison holds; only to be consumed by <see cref="Select"/>: there it becomes a mask register.</summary>
    public string Compare(Comparison op, string a, string b) => op switch
    {
        Comparison.Greater => $"{Type}.GreaterThan({a}, {b})",
        Comparison.GreaterOrEqual => $"{Type}.GreaterThanOrEqual({a}, {b})",
        Comparison.Less => $"{Type}.LessThan({a}, {b})",
        Comparison.LessOrEqual => $"{Type}.LessThanOrEqual({a}, {b})",
        Comparison.Equal => $"{Type}.Equals({a}, {b})",
        Comparison.NotEqual => $"~{Type}.Equals({a}, {b})",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown comparison"),
    };

    public string Select(string condition, string then, string otherwise) =>
        $"{Type}.ConditionalSelect({condition}, {then}, {otherwise})";

    /// <summary>Whether scaling by 2^n and splitting off the exponent are single instructions, right for all numbers.</summary>
    internal virtual bool HasScale => false;

    // An operand that is itself an operation has a blank outside all parentheses, or begins with a sign.
    private protected static string Wrap(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '<' ? 1 : c is ')' or ']' or '>' ? -1 : 0;
            if (c == ' ' && depth == 0)
            {
                return $"({text})";
            }
        }

        return text.StartsWith("-", StringComparison.Ordinal) ? $"({text})" : text;
    }
}
