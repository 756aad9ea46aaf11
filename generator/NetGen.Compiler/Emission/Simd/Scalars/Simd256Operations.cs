namespace NetGen.Compiler.Emission.Simd;

/// <summary>AVX2 with FMA.</summary>
internal sealed class Simd256Operations(Precision precision) : SimdOperations("Vector256", precision, 256 / (precision == Precision.Single ? 32 : 64))
{
    public override string MultiplyAdd(string a, string b, string c) => $"Fma.MultiplyAdd({a}, {b}, {c})";

    public override string MultiplySubtract(string a, string b, string c) => $"Fma.MultiplySubtract({a}, {b}, {c})";

    public override string NegatedMultiplyAdd(string a, string b, string c) => $"Fma.MultiplyAddNegated({a}, {b}, {c})";

    public override string Max(string a, string b) => $"Avx.Max({a}, {b})";

    public override string Min(string a, string b) => $"Avx.Min({a}, {b})";

    public override string Round(string a) => $"Avx.RoundToNearestInteger({a})";
}
