namespace NetGen.Compiler.Emission.Simd;

/// <summary>AVX-512F. The intrinsics are used where the portable form is longer or weaker than the instruction.</summary>
internal sealed class Simd512Operations(Precision precision) : SimdOperations("Vector512", precision, 512 / (precision == Precision.Single ? 32 : 64))
{
    public override string MultiplyAdd(string a, string b, string c) => $"Avx512F.FusedMultiplyAdd({a}, {b}, {c})";

    public override string MultiplySubtract(string a, string b, string c) => $"Avx512F.FusedMultiplySubtract({a}, {b}, {c})";

    public override string NegatedMultiplyAdd(string a, string b, string c) => $"Avx512F.FusedMultiplyAddNegated({a}, {b}, {c})";

    public override string Max(string a, string b) => $"Avx512F.Max({a}, {b})";

    public override string Min(string a, string b) => $"Avx512F.Min({a}, {b})";

    // Control 8: no fraction bits kept, nearest even, no exception flags.
    public override string Round(string a) => $"Avx512F.RoundScale({a}, 8)";

    internal override bool HasScale => true;
}
