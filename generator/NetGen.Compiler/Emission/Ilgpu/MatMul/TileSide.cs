using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// One operand of a tile: its way from global memory through registers into shared memory, and from there into the threads' registers. It keeps its layout
/// all the way, so that every access to shared memory moves four values; threads beside one another read neighbouring quads, which keeps banks apart.
/// </summary>
/// <param name="name">Prefix of all variables.</param>
/// <param name="layout">How it lies.</param>
/// <param name="quads">True when every row begins at a multiple of four values, so that four are read at once.</param>
/// <param name="shape">The tile.</param>
/// <param name="extent">Rows (or columns) of the tile on this side.</param>
/// <param name="threads">Threads along this side.</param>
internal sealed class TileSide(string name, OperandLayout layout, bool quads, TileShape shape, int extent, int threads)
{
    private static readonly string[] Parts = ["X", "Y", "Z", "W"];

    public bool IsInner => layout == OperandLayout.Inner;

    /// <summary>Quads in shared memory. A row of inner layout has one more than it needs: neighbouring rows then begin in different banks.</summary>
    public int SharedQuads => IsInner ? extent * RowQuads : shape.Depth * RowQuads;

    /// <summary>Quads from one row to the next in shared memory.</summary>
    private int RowQuads => IsInner ? (shape.Depth / 4) + 1 : extent / 4;

    /// <summary>Quads side by side in a row of what is fetched.</summary>
    private int FetchQuads => IsInner ? shape.Depth / 4 : extent / 4;

    private int Fetches => extent * shape.Depth / 4 / shape.Threads;

    private int FetchStep => shape.Threads / FetchQuads;

    /// <summary>The position of a thread's first row, in the tile, when it is the <paramref name="position"/>-th along this side.</summary>
    public string First(string position) => IsInner ? position : $"({position} * 4)";

    /// <summary>From the thread's first row to its <paramref name="index"/>-th.</summary>
    public int Offset(int index) => IsInner ? index * threads : (index / 4 * threads * 4) + (index % 4);

    /// <summary>Where this thread fetches, and where it stores and reads in shared memory.</summary>
    public IEnumerable<string> Places(string position, string slice)
    {
        var row = Inv($"thread / {FetchQuads}");
        var quad = Inv($"thread % {FetchQuads}");
        yield return Inv($"int {name}Depth = {(IsInner ? $"{quad} * 4" : row)};");
        yield return Inv($"int {name}Stored = ({row} * {RowQuads}) + ({quad});");
        var stride = quads ? $"({name}Stride >> 2)" : $"{name}Stride";
        if (IsInner)
        {
            for (var fetch = 0; fetch < Fetches; fetch++)
            {
                var at = Inv($"Math.Min({name}First + ({row}) + {fetch * FetchStep}, {name}Rows - 1) * {stride}");
                yield return $"int {name}At{fetch} = ({at}) + ({(quads ? $"(from + {name}Depth) >> 2" : $"from + {name}Depth")});";
            }
        }
        else
        {
            yield return $"int {name}Next = {(quads ? Inv($"Math.Min(({name}First >> 2) + ({quad}), ({name}Rows >> 2) - 1)") : "0")} + ((from + {name}Depth) * {stride});";
            foreach (var part in Enumerable.Range(0, quads ? 0 : 4))
            {
                yield return Inv($"int {name}Column{part} = Math.Min({name}First + (({quad}) * 4) + {part}, {name}Rows - 1);");
            }
        }

        var start = IsInner
            ? Inv($"({position} * {RowQuads}){(shape.Slices > 1 ? Inv($" + ({slice} * {shape.Depth / 4 / shape.Slices})") : "")}")
            : Inv($"{position}{(shape.Slices > 1 ? Inv($" + ({slice} * {shape.Depth / shape.Slices * RowQuads})") : "")}");
        yield return Inv($"var {name}Read = {name}Shared.SubView({start}, {SharedQuads} - ({start}));");
        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            yield return $"Quad {name}Fetched{fetch};";
        }
    }

    /// <summary>Reads this thread's part of the terms from <paramref name="depth"/> on into registers; zeros where there are no more.</summary>
    public IEnumerable<string> Fetch(string depth)
    {
        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            yield return $"{name}Fetched{fetch} = default;";
        }

        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            var first = IsInner ? $"{depth} + {name}Depth" : Inv($"{depth} + {name}Depth + {fetch * FetchStep}");
            var at = IsInner ? Inv($"{name}At{fetch}") : fetch == 0 ? $"{name}Next" : Inv($"{name}Next + ({fetch * FetchStep} * {(quads ? $"({name}Stride >> 2)" : $"{name}Stride")})");
            if (quads)
            {
                yield return $"if ({first} < to) {{ {name}Fetched{fetch} = {name}[{at}]; }}";
                continue;
            }

            for (var part = 0; part < 4; part++)
            {
                var position = IsInner ? Inv($"{at} + {part}") : Inv($"{at} + {name}Column{part}");
                yield return Inv($"if ({first}{(IsInner ? Inv($" + {part}") : "")} < to) {{ {name}Fetched{fetch}.{Parts[part]} = {name}[{position}]; }}");
            }
        }

        if (IsInner)
        {
            for (var fetch = 0; fetch < Fetches; fetch++)
            {
                yield return Inv($"{name}At{fetch} += {(quads ? shape.Depth / 4 : shape.Depth)};");
            }
        }
        else
        {
            yield return Inv($"{name}Next += {shape.Depth} * {(quads ? $"({name}Stride >> 2)" : $"{name}Stride")};");
        }
    }

    /// <summary>Registers into shared memory.</summary>
    public IEnumerable<string> Store() =>
        Enumerable.Range(0, Fetches).Select(fetch => Inv($"{name}Shared[{name}Stored + {fetch * FetchStep * RowQuads}] = {name}Fetched{fetch};"));

    /// <summary>The quad of four terms of row number <paramref name="index"/> (inner layout).</summary>
    public string ReadTerms(int group, int index) => Inv($"{name}Read[{group + (index * threads * RowQuads)}]");

    /// <summary>The quad of four rows at term number <paramref name="term"/> (outer layout).</summary>
    public string ReadRows(int term, int index) => Inv($"{name}Read[{(term * RowQuads) + (index * threads)}]");

    /// <summary>The variable that holds a row's value at one of four terms.</summary>
    public string Value(int index, int term) => IsInner ? Inv($"{name}{index}.{Parts[term]}") : Inv($"{name}{index / 4}.{Parts[index % 4]}");
}
