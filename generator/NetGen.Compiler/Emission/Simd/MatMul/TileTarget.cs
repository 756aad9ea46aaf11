namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>The instruction sets that tiles are printed for, best first.</summary>
public enum InstructionSet
{
    Avx512,
    Avx2,
    Vector128,
}

/// <summary>How vector code is spelled for one instruction set and one element type.</summary>
public sealed record TileTarget(InstructionSet Set, Precision Precision)
{
    public string Scalar => Precision == Precision.Single ? "float" : "double";

    /// <summary>PW: elements in a row of a panel, 128 bytes.</summary>
    public int Width => 128 / ElementSize;

    /// <summary>HALF: elements in a row of the narrow last panel of a weight, 64 bytes.</summary>
    public int Half => 64 / ElementSize;

    /// <summary>Elements in a vector.</summary>
    public int Lanes => VectorSize / ElementSize;

    /// <summary>The static class of vector operations.</summary>
    public string Class => Set switch
    {
        InstructionSet.Avx512 => "Vector512",
        InstructionSet.Avx2 => "Vector256",
        _ => "Vector128",
    };

    public string Vector => $"{Class}<{Scalar}>";

    private int ElementSize => Precision == Precision.Single ? 4 : 8;

    private int VectorSize => Set switch
    {
        InstructionSet.Avx512 => 64,
        InstructionSet.Avx2 => 32,
        _ => 16,
    };

    /// <summary>x * y + sum.</summary>
    public string MultiplyAdd(string x, string y, string sum) => Set switch
    {
        InstructionSet.Avx512 => $"Avx512F.FusedMultiplyAdd({x}, {y}, {sum})",
        InstructionSet.Avx2 => $"Fma.MultiplyAdd({x}, {y}, {sum})",
        _ => $"Vector128.MultiplyAddEstimate({x}, {y}, {sum})",
    };

    public string Load(string variable, string at) => $"{Class}.LoadUnsafe(ref {variable}{Offset(at)})";

    public string Store(string value, string variable, string at) => $"{value}.StoreUnsafe(ref {variable}{Offset(at)});";

    public string Broadcast(string variable, string at) =>
        $"{Class}.Create({(at == "0" ? variable : $"Unsafe.Add(ref {variable}, {at})")})";

    private static string Offset(string at) => at == "0" ? "" : $", {at}";
}
