namespace NetGen.Compiler.Emission.Simd.Tiling;

/// <summary>An elementwise function that a tile applies in registers before it stores.</summary>
/// <param name="Name">For the tile's name; empty for none.</param>
/// <param name="Statements">For one accumulator <c>{v}</c> at <c>{at}</c>.</param>
/// <param name="Operands">Names of other values at the same place.</param>
/// <param name="Remark">In words or as a formula.</param>
internal sealed record TileEpilogue(string Name, IReadOnlyList<string> Statements, IReadOnlyList<string> Operands, string Remark)
{
    public static TileEpilogue None { get; } = new("", [], [], "");
}
