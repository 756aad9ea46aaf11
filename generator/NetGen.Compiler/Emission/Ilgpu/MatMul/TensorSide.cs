using System.Collections.Generic;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// The way of one operand of a tile from shared memory into the fragments of tensor cores. A thread of a warp is member <c>member</c> (of 4) of group <c>group</c> (of 8): it holds row
/// <c>group</c> of every eight, and there the terms <c>member + 4 j</c> of every sixteen. The instructions number terms otherwise, but a sum has no order as long as both operands agree, and
/// these lie in 32 different banks in both layouts.
/// </summary>
/// <param name="name">Prefix of all variables.</param>
/// <param name="layout">How it lies.</param>
/// <param name="quads">True when every row begins at a multiple of four values.</param>
/// <param name="shape">How warps share the tile.</param>
/// <param name="extent">Rows (or columns) of the tile on this side.</param>
/// <param name="ofWarp">Rows (or columns) of a warp.</param>
internal sealed class TensorSide(string name, OperandLayout layout, bool quads, TensorShape shape, int extent, int ofWarp)
{
    /// <summary>Terms that are read one behind the other.</summary>
    public const int Terms = 16;

    /// <summary>With one quad more than a multiple of eight, or two, values of 4 × 8 threads lie in 32 different banks.</summary>
    public TileLoads Loads { get; } = new(name, layout, quads, extent, shape.Depth, TensorTile.Threads, layout == OperandLayout.Inner ? 1 : 2);

    private int RowLength => Loads.RowQuads * 4;

    /// <summary>Where this thread reads in shared memory.</summary>
    public IEnumerable<string> Places(string warp)
    {
        var row = Inv($"({warp} * {ofWarp}) + group");
        var term = shape.Slices > 1 ? Inv($"(slice * {shape.Depth / shape.Slices}) + member") : "member";
        yield return Inv($"int {name}Start = {(Loads.IsInner ? Inv($"(({row}) * {RowLength}) + {term}") : Inv($"(({term}) * {RowLength}) + {row}"))};");
        yield return Inv($"var {name}Read = {name}Shared.Cast<float>().SubView({name}Start, {Loads.SharedQuads * 4} - {name}Start);");
    }

    /// <summary>The value of a row of the warp at term <c>member + 4 j</c> of sixteen.</summary>
    public string Read(int row, int sixteen, int j)
    {
        var term = (sixteen * Terms) + (4 * j);
        return Inv($"{name}Read[{(Loads.IsInner ? (row * RowLength) + term : (term * RowLength) + row)}]");
    }
}
