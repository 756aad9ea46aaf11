using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Portable 128 bits. Fused multiply-add where the machine has it, multiplication and addition elsewhere.</summary>
internal sealed class Simd128Operations(Precision precision) : SimdOperations("Vector128", precision, 128 / (precision == Precision.Single ? 32 : 64))
{
    public override string MultiplyAdd(string a, string b, string c) => $"Vector128.MultiplyAddEstimate({a}, {b}, {c})";

    public override string MultiplySubtract(string a, string b, string c) => $"Vector128.MultiplyAddEstimate({a}, {b}, {Neg(c)})";

    public override string NegatedMultiplyAdd(string a, string b, string c) => $"Vector128.MultiplyAddEstimate({Neg(a)}, {b}, {c})";

    internal override string ExactMultiplySubtract(string a, string b, string c) => $"Vector128.FusedMultiplyAdd({a}, {b}, {Neg(c)})";

    internal override string ExactNegatedMultiplyAdd(string a, string b, string c) => $"Vector128.FusedMultiplyAdd({Neg(a)}, {b}, {c})";

    // Vector128.Max orders NaN and zeros differently, and differently again per machine in its native form.
    public override string Max(string a, string b) => Select(Compare(Comparison.Greater, a, b), a, b);

    public override string Min(string a, string b) => Select(Compare(Comparison.Less, a, b), a, b);

    public override string Round(string a) => $"Vector128.Round({a})";
}
