using System.Numerics;
using System.Runtime.Intrinsics.X86;
using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Tests.Emission;

/// <summary>Printed tiles against naive loops: every height, start, depth, stride and epilogue, for each instruction set of this machine.</summary>
public sealed class TileTests
{
    private static readonly int[] Depths = [1, 3, 32, 33];

    [Theory]
    [InlineData(InstructionSet.Avx512)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    public void Tiles_in_single_precision_agree_with_a_loop(InstructionSet set) => CheckTiles<float>(new TileTarget(set, Precision.Single));

    [Theory]
    [InlineData(InstructionSet.Avx512)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    public void Tiles_in_double_precision_agree_with_a_loop(InstructionSet set) => CheckTiles<double>(new TileTarget(set, Precision.Double));

    [Theory]
    [InlineData(InstructionSet.Avx512)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    public void Products_of_one_row_agree_with_a_loop(InstructionSet set)
    {
        CheckGemv<float>(new TileTarget(set, Precision.Single));
        CheckGemv<double>(new TileTarget(set, Precision.Double));
    }

    [Theory]
    [InlineData(InstructionSet.Avx512)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Vector128)]
    public void Heights_end_with_one_so_that_any_number_of_rows_is_covered(InstructionSet set)
    {
        var tiles = new TileSet(new TileTarget(set, Precision.Single));
        foreach (var heights in new[] { tiles.RowHeights(), tiles.RowHeights(true), tiles.OuterHeights(), tiles.OuterHeights(true) })
        {
            Assert.Equal(heights.OrderDescending(), heights);
            Assert.Equal(1, heights[^1]);
        }
    }

    private static void CheckTiles<T>(TileTarget target)
        where T : unmanaged, INumber<T>
    {
        var tiles = Tiles(target);
        var program = new TileProgram(target.Scalar, [.. tiles.Select(tile => (tile.Name, tile.Print()))]);
        if (!IsSupported(target.Set))
        {
            return;
        }

        foreach (var tile in tiles)
        {
            foreach (var (stride, column) in Places(tile))
            {
                foreach (var depth in Depths)
                {
                    var test = new TileCase<T>(tile, depth, stride, column);
                    program.Find<T>(tile.Name)(
                        test.A, test.Start, test.Rows * target.Width, test.B, column, test.C, column, stride, test.Bias, depth, test.Y);
                    Assert.True(test.Expected.AsSpan().SequenceEqual(test.C), $"{target}: {tile.Name}, depth {depth}, stride {stride}, column {column}");
                }
            }
        }
    }

    private static void CheckGemv<T>(TileTarget target)
        where T : unmanaged, INumber<T>
    {
        var tiles = new TileSet(target).Gemv().ToList();
        var program = new TileProgram(target.Scalar, [.. tiles.Select(tile => (tile.Name, tile.Print()))]);
        foreach (var (tile, depth) in tiles.SelectMany(tile => Depths, (tile, depth) => (tile, depth)).Where(_ => IsSupported(target.Set)))
        {
            var stride = tile.IsNarrow ? target.Half : target.Width;
            var random = new Random(depth);
            T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(-3, 4)))];
            var (x, b, y, bias) = (Draw(depth), Draw(tile.Panels * depth * stride), Draw((tile.Panels * stride) + 1), Draw(tile.Panels * stride));
            var expected = (T[])y.Clone();
            for (var n = 0; n < tile.Panels * stride; n++)
            {
                expected[n] = bias[n];
                for (var k = 0; k < depth; k++)
                {
                    expected[n] += x[k] * b[(n / stride * depth * stride) + (k * stride) + (n % stride)];
                }
            }

            program.Find<T>(tile.Name)(x, 0, depth * stride, b, 0, y, 0, stride, bias, depth, y);
            Assert.True(expected.AsSpan().SequenceEqual(y), $"{target}: {tile.Name}, depth {depth}");
        }
    }

    /// <summary>Every tile of the set as it is used, and again with each other start, with an epilogue and with unrolled steps.</summary>
    private static List<Tile> Tiles(TileTarget target)
    {
        var set = new TileSet(target);
        var widths = set.NarrowVectors == set.Vectors ? [false] : new[] { false, true };
        string[] epilogue = [$"{{v}} = {target.Class}.Max({{v}}, {target.Class}.LoadUnsafe(ref y, {{at}}));"];
        return widths.SelectMany(narrow => set.Rows(narrow).Concat<Tile>(set.Outer(narrow))).SelectMany(tile => new[]
        {
            tile with { Start = TileStart.Bias, Suffix = "Bias" },
            tile with { Start = TileStart.Zero, Suffix = "Zero", Unroll = 4 },
            tile with { Start = TileStart.Add, Suffix = "Add", Unroll = 2, Epilogue = epilogue, EpilogueParameters = [$"ref {target.Scalar} y"] },
        }).ToList();
    }

    /// <summary>A whole panel and half of one, and every column in it where a tile can start.</summary>
    private static IEnumerable<(int Stride, int Column)> Places(Tile tile)
    {
        var target = tile.Target;
        int[] strides = target.Set == InstructionSet.Avx512 ? [tile.Columns] : [target.Width, target.Half];
        return strides.SelectMany(stride => Enumerable.Range(0, stride / tile.Columns), (stride, position) => (stride, position * tile.Columns));
    }

    private static bool IsSupported(InstructionSet set) => set switch
    {
        InstructionSet.Avx512 => Avx512F.IsSupported,
        InstructionSet.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        _ => true,
    };
}
