using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// The way of one operand of a tile from global memory through registers into shared memory. It keeps its layout all the way, so that every access moves four values.
/// </summary>
/// <param name="name">Prefix of all variables.</param>
/// <param name="layout">How it lies.</param>
/// <param name="quads">True when every row begins at a multiple of four values, so that four are read at once.</param>
/// <param name="extent">Rows (or columns) of the tile on this side.</param>
/// <param name="depth">Terms in shared memory at a time.</param>
/// <param name="threads">Threads of the group.</param>
/// <param name="padding">Quads that a row in shared memory has more than it needs, so that those who read it meet in different banks.</param>
internal sealed class TileLoads(string name, OperandLayout layout, bool quads, int extent, int depth, int threads, int padding)
{
    private static readonly string[] Parts = ["X", "Y", "Z", "W"];

    public bool IsInner => layout == OperandLayout.Inner;

    /// <summary>Quads in shared memory.</summary>
    public int SharedQuads => (IsInner ? extent : depth) * RowQuads;

    /// <summary>Quads from one row to the next in shared memory.</summary>
    public int RowQuads => FetchQuads + padding;

    /// <summary>Quads side by side in a row of what is fetched.</summary>
    private int FetchQuads => (IsInner ? depth : extent) / 4;

    private int Fetches => extent * depth / 4 / threads;

    private int FetchStep => threads / FetchQuads;

    private string Stride => quads ? $"({name}Stride >> 2)" : $"{name}Stride";

    /// <summary>Where this thread fetches, and where it stores in shared memory.</summary>
    public IEnumerable<string> Places()
    {
        var row = Inv($"thread / {FetchQuads}");
        var quad = Inv($"thread % {FetchQuads}");
        yield return Inv($"int {name}Depth = {(IsInner ? $"{quad} * 4" : row)};");
        yield return Inv($"int {name}Stored = ({row} * {RowQuads}) + ({quad});");
        if (IsInner)
        {
            for (var fetch = 0; fetch < Fetches; fetch++)
            {
                var at = Inv($"Math.Min({name}First + ({row}) + {fetch * FetchStep}, {name}Rows - 1) * {Stride}");
                yield return Inv($"int {name}At{fetch} = ({at}) + ({(quads ? $"(from + {name}Depth) >> 2" : $"from + {name}Depth")});");
            }
        }
        else
        {
            yield return $"int {name}Next = {(quads ? Inv($"Math.Min(({name}First >> 2) + ({quad}), ({name}Rows >> 2) - 1)") : "0")} + ((from + {name}Depth) * {Stride});";
            foreach (var part in Enumerable.Range(0, quads ? 0 : 4))
            {
                yield return Inv($"int {name}Column{part} = Math.Min({name}First + (({quad}) * 4) + {part}, {name}Rows - 1);");
            }
        }

        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            yield return Inv($"Quad {name}Fetched{fetch};");
        }
    }

    /// <summary>Reads this thread's part of the terms from <paramref name="start"/> on into registers; zeros where there are no more.</summary>
    public IEnumerable<string> Fetch(string start)
    {
        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            yield return Inv($"{name}Fetched{fetch} = default;");
        }

        for (var fetch = 0; fetch < Fetches; fetch++)
        {
            var first = IsInner ? $"{start} + {name}Depth" : Inv($"{start} + {name}Depth + {fetch * FetchStep}");
            var at = IsInner ? Inv($"{name}At{fetch}") : fetch == 0 ? $"{name}Next" : Inv($"{name}Next + ({fetch * FetchStep} * {Stride})");
            if (quads)
            {
                yield return Inv($"if ({first} < to) {{ {name}Fetched{fetch} = {name}[{at}]; }}");
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
                yield return Inv($"{name}At{fetch} += {(quads ? depth / 4 : depth)};");
            }
        }
        else
        {
            yield return Inv($"{name}Next += {depth} * {Stride};");
        }
    }

    /// <summary>Registers into shared memory.</summary>
    /// <param name="function">What each quad goes through; empty for none.</param>
    public IEnumerable<string> Store(string function) => Enumerable.Range(0, Fetches).Select(fetch =>
        Inv($"{name}Shared[{name}Stored + {fetch * FetchStep * RowQuads}] = {function}{(function.Length > 0 ? Inv($"({name}Fetched{fetch})") : Inv($"{name}Fetched{fetch}"))};"));
}
