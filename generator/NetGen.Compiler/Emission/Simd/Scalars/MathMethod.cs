using System.Text;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Writes the body of one method of the vector mathematics. Definitions name their steps with <see cref="Let"/> and
/// combine <see cref="V"/> values; how an operation is spelled, and how one that a target lacks is composed from bit
/// operations, is decided here and in <see cref="SimdOperations"/>, once for all functions.
/// </summary>
internal sealed partial class MathMethod(SimdOperations target)
{
    private readonly StringBuilder _body = new();

    public SimdOperations Target { get; } = target;

    public bool IsSingle => Target.IsSingle;

    public string Body => _body.ToString();

    /// <summary>Declares a local variable and gives it back as a value.</summary>
    public V Let(string name, V value)
    {
        _body.Append("var ").Append(name).Append(" = ").Append(value.Text).Append(";\n");
        return new V(name);
    }

    /// <summary>Gives a new value to a local variable.</summary>
    public void Set(V variable, V value) => _body.Append(variable.Text).Append(" = ").Append(value.Text).Append(";\n");

    /// <summary>A statement that is no assignment.</summary>
    public void Statement(string text) => _body.Append(text).Append('\n');

    public void Comment(string text) => _body.Append("// ").Append(text).Append('\n');

    public void Return(V value) => _body.Append("return ").Append(value.Text).Append(";\n");

    public V Number(double value) => new(Target.Create(value));

    /// <summary>The number of the precision at hand.</summary>
    public V Number(double single, double @double) => Number(IsSingle ? single : @double);

    public V Fma(V a, V b, V c) => new(Target.MultiplyAdd(a.Text, b.Text, c.Text));

    public V Fms(V a, V b, V c) => new(Target.MultiplySubtract(a.Text, b.Text, c.Text));

    /// <summary>c - a * b.</summary>
    public V Fnma(V a, V b, V c) => new(Target.NegatedMultiplyAdd(a.Text, b.Text, c.Text));

    /// <summary>a * b - c, rounded once on every machine, where the rounding error itself is wanted.</summary>
    public V ExactFms(V a, V b, V c) => new(Target.ExactMultiplySubtract(a.Text, b.Text, c.Text));

    /// <summary>c - a * b, rounded once on every machine.</summary>
    public V ExactFnma(V a, V b, V c) => new(Target.ExactNegatedMultiplyAdd(a.Text, b.Text, c.Text));

    /// <summary>The larger one; <paramref name="x"/> where it is NaN.</summary>
    public V AtLeast(V x, double low) => new(Target.Max(Target.Create(low), x.Text));

    /// <summary>The smaller one; <paramref name="x"/> where it is NaN.</summary>
    public V AtMost(V x, double high) => new(Target.Min(Target.Create(high), x.Text));

    public V Round(V x) => new(Target.Round(x.Text));

    public V Abs(V x) => new(Target.Abs(x.Text));

    /// <summary>The condition of a conditional statement: whether a lane of <paramref name="a"/> is greater than <paramref name="b"/>.</summary>
    public V AnyGreater(V a, V b) => new(Target.AnyGreater(a.Text, b.Text));

    public V Select(V condition, V then, V otherwise) => new(Target.Select(condition.Text, then.Text, otherwise.Text));

    public V Compare(Comparison op, V a, V b) => new(Target.Compare(op, a.Text, b.Text));

    public V Greater(V a, V b) => Compare(Comparison.Greater, a, b);

    public V Less(V a, V b) => Compare(Comparison.Less, a, b);

    public V AreEqual(V a, V b) => Compare(Comparison.Equal, a, b);

    /// <summary>Horner's scheme in the variable <paramref name="name"/>: c0 + c1 x + c2 x^2 + …</summary>
    public V Polynomial(string name, V x, double[] coefficients)
    {
        var p = Let(name, Number(coefficients[coefficients.Length - 1]));
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            Set(p, Fma(p, x, Number(coefficients[i])));
        }

        return p;
    }
}

/// <summary>A vector value: a C# expression.</summary>
internal readonly record struct V(string Text)
{
    public static V operator +(V a, V b) => new(SimdOperations.Add(a.Text, b.Text));

    public static V operator -(V a, V b) => new(SimdOperations.Sub(a.Text, b.Text));

    public static V operator *(V a, V b) => new(SimdOperations.Mul(a.Text, b.Text));

    public static V operator /(V a, V b) => new(SimdOperations.Div(a.Text, b.Text));

    public static V operator -(V a) => new(SimdOperations.Neg(a.Text));

    public static V operator &(V a, V b) => new($"{a.Text} & {b.Text}");
}
