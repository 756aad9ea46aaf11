using System.Collections.Generic;

namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>What a tile's accumulators hold before the sum.</summary>
public enum TileStart
{
    /// <summary>Zero.</summary>
    Zero,

    /// <summary>A vector along the columns; the tile gets a parameter <c>ref T bias</c>.</summary>
    Bias,

    /// <summary>What C holds.</summary>
    Add,
}

/// <summary>
/// One register-blocked piece of a matrix product, <c>C[r, n] = start + sum over k of A[r, k] * B[k, n]</c>, for
/// <see cref="Rows"/> rows and <see cref="Vectors"/> vectors of columns. <see cref="RowTile"/> and <see cref="OuterTile"/>
/// differ in the layouts.
/// </summary>
public abstract record Tile(TileTarget Target, int Rows, int Vectors)
{
    public TileStart Start { get; init; } = TileStart.Zero;

    /// <summary>
    /// Statements for each accumulator before it is stored, or none. In each, <c>{v}</c> is the accumulator (a variable) and
    /// <c>{at}</c> its position in elements from <c>c</c>: another tensor of C's layout is read at the same place with
    /// <c>Vector512.LoadUnsafe(ref y, {at})</c>.
    /// </summary>
    public IReadOnlyList<string> Epilogue { get; init; } = [];

    /// <summary>Parameters that the epilogue reads, such as <c>ref float y</c>; they come last.</summary>
    public IReadOnlyList<string> EpilogueParameters { get; init; } = [];

    /// <summary>The epilogue in words for the comment, such as <c>, then the larger of it and 0</c>.</summary>
    public string EpilogueRemark { get; init; } = "";

    /// <summary>Appended to the name, to tell tiles of different epilogues or instruction sets apart.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Steps of the sum printed one after another; more than one adds a second loop for the rest.</summary>
    public int Unroll { get; init; } = 1;

    /// <summary>Distance in bytes at which B is asked for in advance; 0 for not at all.</summary>
    public int PrefetchDistance { get; init; }

    public string Name => $"{BaseName}{Rows}x{Vectors}{Suffix}";

    /// <summary>Columns of the tile.</summary>
    public int Columns => Vectors * Target.Lanes;

    protected abstract string BaseName { get; }

    /// <summary>The whole method with its comment; lines end in \n and start at column 0.</summary>
    public abstract string Print();

    /// <summary>
    /// Stride of a weight panel: fixed by the tile's width where the tile covers the panel, a parameter where two or more
    /// tiles share a row (the shorter vectors).
    /// </summary>
    private protected string PanelStride(string parameter) =>
        Target.Set == InstructionSet.Avx512 ? Inv($"{Columns}") : parameter;

    private protected string StartText => Start switch
    {
        TileStart.Bias => "bias + ",
        TileStart.Add => "C + ",
        _ => "",
    };

    private protected string BiasParameter => Start == TileStart.Bias ? $"ref {Target.Scalar} bias" : "";
}
