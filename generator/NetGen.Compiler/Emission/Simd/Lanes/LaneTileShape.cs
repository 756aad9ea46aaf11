using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>How many positions and outputs a tile computes at once: as many sums as there are registers for, with little left over at the ends.</summary>
internal static class LaneTileShape
{
    /// <summary>Sums that stay in registers beside what they are made of.</summary>
    private static int Sums(InstructionSet set) => set == InstructionSet.Avx512 ? 24 : 12;

    /// <param name="set">The instruction set.</param>
    /// <param name="positions">Positions in a row.</param>
    /// <param name="outputs">Outputs in a panel.</param>
    public static (int Positions, int Outputs) Of(InstructionSet set, int positions, int outputs)
    {
        var best = (Positions: 1, Outputs: 1);
        var least = double.MaxValue;
        for (var p = 1; p <= Math.Min(8, positions); p++)
        {
            for (var q = 1; q <= Math.Min(8, outputs) && p * q <= Sums(set); q++)
            {
                var cost = Split(positions, p).Sum(width => Split(outputs, q).Sum(height => TileCost(width, height)));
                if (cost < least)
                {
                    (best, least) = ((p, q), cost);
                }
            }
        }

        return best;
    }

    // An addition waits four cycles for the one before it; loads go along with multiplications, but not for nothing.
    private static double TileCost(int positions, int outputs) => Math.Max(4, positions * outputs) + (0.3 * (positions + outputs)) + 1;

    private static IEnumerable<int> Split(int count, int size)
    {
        for (; count > 0; count -= size)
        {
            yield return Math.Min(size, count);
        }
    }
}
