using System.Collections.Generic;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// The way of one operand of a tile from shared memory into the threads' registers, four values at a time; threads beside one another read neighbouring quads, which keeps banks apart.
/// </summary>
/// <param name="name">Prefix of all variables.</param>
/// <param name="layout">How it lies.</param>
/// <param name="quads">True when every row begins at a multiple of four values.</param>
/// <param name="shape">The tile.</param>
/// <param name="extent">Rows (or columns) of the tile on this side.</param>
/// <param name="threads">Threads along this side.</param>
internal sealed class TileSide(string name, OperandLayout layout, bool quads, TileShape shape, int extent, int threads)
{
    private static readonly string[] Parts = ["X", "Y", "Z", "W"];

    /// <summary>A row of inner layout has a quad more than it needs: neighbouring rows then begin in different banks.</summary>
    public TileLoads Loads { get; } = new(name, layout, quads, extent, shape.Depth, shape.Threads, layout == OperandLayout.Inner ? 1 : 0);

    public bool IsInner => Loads.IsInner;

    /// <summary>The position of a thread's first row, in the tile, when it is the <paramref name="position"/>-th along this side.</summary>
    public string First(string position) => IsInner ? position : $"({position} * 4)";

    /// <summary>From the thread's first row to its <paramref name="index"/>-th.</summary>
    public int Offset(int index) => IsInner ? index * threads : (index / 4 * threads * 4) + (index % 4);

    /// <summary>Where this thread reads in shared memory.</summary>
    public IEnumerable<string> Places(string position)
    {
        var start = IsInner
            ? Inv($"({position} * {Loads.RowQuads}){(shape.Slices > 1 ? Inv($" + (slice * {shape.Depth / 4 / shape.Slices})") : "")}")
            : Inv($"{position}{(shape.Slices > 1 ? Inv($" + (slice * {shape.Depth / shape.Slices * Loads.RowQuads})") : "")}");
        yield return Inv($"var {name}Read = {name}Shared.SubView({start}, {Loads.SharedQuads} - ({start}));");
    }

    /// <summary>The quad of four terms of row number <paramref name="index"/> (inner layout).</summary>
    public string ReadTerms(int group, int index) => Inv($"{name}Read[{group + (index * threads * Loads.RowQuads)}]");

    /// <summary>The quad of four rows at term number <paramref name="term"/> (outer layout).</summary>
    public string ReadRows(int term, int index) => Inv($"{name}Read[{(term * Loads.RowQuads) + (index * threads)}]");

    /// <summary>The variable that holds a row's value at one of four terms.</summary>
    public string Value(int index, int term) => IsInner ? Inv($"{name}{index}.{Parts[term]}") : Inv($"{name}{index / 4}.{Parts[index % 4]}");
}
