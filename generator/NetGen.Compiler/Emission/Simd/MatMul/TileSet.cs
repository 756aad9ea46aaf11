using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// Which tiles to print for an instruction set: few, since each costs the user's compiler and JIT time, and together
/// able to cover any number of rows. Chosen by measurement.
/// </summary>
/// <remarks>
/// AVX-512 (32 registers): 12x2 keeps both multipliers busy (so do 14x2 and 8x2), 4x2 gets nine tenths of that. AVX2 (16
/// registers): 6x2, 4x2. 128 bits without fused multiply-add: 2x4. Steps of the sum need no unrolling: the loop costs three
/// instructions of forty.
/// </remarks>
public sealed class TileSet(TileTarget target)
{
    /// <summary>Distance of the weight that is asked for in advance: gains a tenth on Cascade Lake and costs nothing on Zen 5.</summary>
    public const int PrefetchDistance = 4096;

    public TileTarget Target { get; } = target;

    /// <summary>Heights of <see cref="RowTile"/>, tallest first; the last is 1.</summary>
    public IReadOnlyList<int> RowHeights { get; } = target.Set switch
    {
        InstructionSet.Avx512 => [12, 4, 1],
        InstructionSet.Avx2 => [6, 4, 1],
        _ => [2, 1],
    };

    /// <summary>The height of <see cref="OuterTile"/>; it divides HALF of either precision, so it covers each 32-row gradient block exactly.</summary>
    public int OuterHeight { get; } = target.Set switch
    {
        InstructionSet.Avx512 => 8,
        InstructionSet.Avx2 => 4,
        _ => 2,
    };

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

    /// <summary>The tiles of Y = X W, tallest first.</summary>
    public IEnumerable<RowTile> Rows(bool isNarrow = false) => RowHeights.Select(height =>
        new RowTile(Target, height, isNarrow ? NarrowVectors : Vectors)
        {
            Start = TileStart.Bias,
            PrefetchDistance = height > 1 ? PrefetchDistance : 0,
        });

    /// <summary>The tile of dW = X^T dY.</summary>
    public OuterTile Outer(bool isNarrow = false) => new(Target, OuterHeight, isNarrow ? NarrowVectors : Vectors);

    /// <summary>Products with a single row, most panels first, the narrow last panel at the end.</summary>
    public IEnumerable<GemvTile> Gemv() => Target.Set switch
    {
        InstructionSet.Avx512 => [new(Target, 4, 2), new(Target, 1, 4), new(Target, 1, 4, IsNarrow: true)],
        InstructionSet.Avx2 => [new(Target, 1, 2), new(Target, 1, 4, IsNarrow: true)],
        _ => [new(Target, 1, 1), new(Target, 1, 2, IsNarrow: true)],
    };
}
