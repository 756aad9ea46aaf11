using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Emission.Simd.Tiling;

/// <summary>
/// The heights that tiles come in. A range of rows is cut into the tallest ones first; what is left is at most a few rows, which is
/// why three heights are enough and the emitted file stays short.
/// </summary>
internal static class TileSet
{
    public static IReadOnlyList<int> Heights(InstructionSet set) => set == InstructionSet.Avx512 ? [12, 4, 1] : [6, 4, 1];

    /// <summary>Vectors of columns of a tile: two, or one where the narrow panel is a single vector.</summary>
    public static int Vectors(TileTarget target, bool narrow) => narrow && target.Half == target.Lanes ? 1 : 2;
}
