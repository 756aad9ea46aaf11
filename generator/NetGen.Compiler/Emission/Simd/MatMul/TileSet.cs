using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// Which tiles to print for an instruction set: few, since each costs the user's compiler and JIT time, and together
/// able to cover any number of rows. Chosen by measurement.
/// </summary>
/// <remarks>
/// AVX-512 (32 registers): 12x2 keeps both multipliers busy (so do 14x2 and 8x2), 4x2 gets nine tenths of that; the narrow panel
/// has one multiplication per broadcast, so it is bound by loads and wants the tallest tile. AVX2 (16 registers): 6x2, 4x2. 128
/// bits without fused multiply-add: 2x4. Steps of the sum need no unrolling: the loop costs three instructions of forty.
/// </remarks>
public sealed record TileSet(TileTarget Target)
{
    /// <summary>Distance of the weight that is asked for in advance: gains a tenth on Cascade Lake and costs nothing on Zen 5.</summary>
    public const int PrefetchDistance = 4096;

    /// <summary>Vectors in the width of tiles for whole panels; narrower instruction sets cover half a panel at a time.</summary>
    public int Vectors => Target.Set switch
    {
        InstructionSet.Avx512 => 2,
        InstructionSet.Avx2 => 2,
        _ => 4,
    };

    /// <summary>
    /// Vectors in the width of tiles for the narrow last panel of a weight. Equal to <see cref="Vectors"/> where one tile does both, being
    /// told the panel's stride.
    /// </summary>
    public int NarrowVectors => Target.Set == InstructionSet.Avx512 ? 1 : Vectors;

    /// <summary>Heights of <see cref="RowTile"/>, tallest first; the last is 1.</summary>
    public IReadOnlyList<int> RowHeights(bool isNarrow = false) => Target.Set switch
    {
        InstructionSet.Avx512 => isNarrow ? [16, 4, 1] : [12, 4, 1],
        InstructionSet.Avx2 => [6, 4, 1],
        _ => [2, 1],
    };

    /// <summary>
    /// Heights of <see cref="OuterTile"/>, tallest first; the last is 1, so that a block ends exactly where the inputs end: blocks of
    /// different tasks lie side by side in the gradient.
    /// </summary>
    public IReadOnlyList<int> OuterHeights(bool isNarrow = false) => Target.Set switch
    {
        InstructionSet.Avx512 => isNarrow ? [16, 4, 1] : [8, 4, 1],
        InstructionSet.Avx2 => [4, 1],
        _ => [2, 1],
    };

    /// <summary>The tiles of Y = X W, tallest first.</summary>
    public IEnumerable<RowTile> Rows(bool isNarrow = false) => RowHeights(isNarrow).Select(height =>
        new RowTile(Target, height, isNarrow ? NarrowVectors : Vectors)
        {
            Start = TileStart.Bias,
            PrefetchDistance = height > 1 ? PrefetchDistance : 0,
        });

    /// <summary>The tiles of dW = X^T dY, tallest first.</summary>
    public IEnumerable<OuterTile> Outer(bool isNarrow = false) => OuterHeights(isNarrow).Select(height =>
        new OuterTile(Target, height, isNarrow ? NarrowVectors : Vectors));

    /// <summary>Products with a single row, most panels first, the narrow last panel at the end.</summary>
    public IEnumerable<GemvTile> Gemv() => Target.Set switch
    {
        InstructionSet.Avx512 => [new(Target, 4, 2), new(Target, 1, 4), new(Target, 1, 4, IsNarrow: true)],
        InstructionSet.Avx2 => [new(Target, 1, 2), new(Target, 1, 4, IsNarrow: true)],
        _ => [new(Target, 1, 1), new(Target, 1, 2, IsNarrow: true)],
    };
}
