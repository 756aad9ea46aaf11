using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// Prints the device method of one tile: C[r, c] = Σ a(r, k) b(c, k) for <c>from</c> ≤ k &lt; <c>to</c>. While the threads compute with the terms in shared memory,
/// the next ones are on their way into registers.
/// </summary>
public abstract record TileProduct(string Scalar, TileShape Shape, OperandLayout Left, OperandLayout Right, bool LeftQuads, bool RightQuads)
{
    /// <summary>The tile on tensor cores, if they are asked for and there is one.</summary>
    public static TileProduct Of(ProductPrecision products, string scalar, TileShape shape, OperandLayout left, OperandLayout right, bool leftQuads, bool rightQuads) =>
        products == ProductPrecision.Single || shape.OnTensorCores is null
            ? new ScalarTile(scalar, shape, left, right, leftQuads, rightQuads)
            : new TensorTile(products, shape, left, right, leftQuads, rightQuads);

    public string Name => $"Tile{Shape.Name}{Letter(Left, LeftQuads)}{Letter(Right, RightQuads)}{Suffix}";

    /// <summary>The struct that the method returns.</summary>
    public string ResultType => Inv($"Sums{Shape.Sums}");

    /// <summary>Quads of shared memory: for both operands and then, in the same place, for the sums of threads that share one.</summary>
    public int Shared => Math.Max(ALoads.SharedQuads + BLoads.SharedQuads, Slices > 1 ? Slices * Shape.Rows * Shape.Columns / 4 : 0);

    /// <summary>The thread's first row and column in the tile, in terms of <c>Group.IdxX</c>.</summary>
    public (string Row, string Column) First => Slices > 1
        ? (Inv($"(Group.IdxX / {Shape.Columns})"), Inv($"(Group.IdxX % {Shape.Columns})"))
        : FirstOf("Group.IdxX");

    /// <summary>The tail of the name, for how it is multiplied.</summary>
    public virtual string Suffix => "";

    private protected abstract int Depth { get; }

    /// <summary>Parts of the group that share the terms of one sum.</summary>
    private protected abstract int Slices { get; }

    /// <summary>Sums of a thread before slices are added up.</summary>
    private protected abstract int ThreadSums { get; }

    private protected abstract TileLoads ALoads { get; }

    private protected abstract TileLoads BLoads { get; }

    /// <summary>What quads go through on their way into shared memory.</summary>
    private protected virtual string Stored => "";

    /// <summary>From the thread's first row and column to those of sum number <paramref name="sum"/>.</summary>
    public (int Row, int Column) Offset(int sum) => Slices > 1 ? (sum * (Shape.Threads / Shape.Columns), 0) : OffsetOf(sum);

    /// <summary>The method; lines start at column 0.</summary>
    public string Print()
    {
        var writer = new SourceWriter();
        writer.Line(Inv($"/// <summary>{Shape.Rows} × {Shape.Columns} sums over the terms from <paramref name=\"from\"/> up to <paramref name=\"to\"/>, {Depth} at a time in shared memory, by {Shape.Threads} threads.</summary>"));
        var sides = string.Join(", ", new[] { ("a", LeftQuads), ("b", RightQuads) }.Select(side => $"ArrayView<{(side.Item2 ? "Quad" : Scalar)}> {side.Item1}, int {side.Item1}Rows, int {side.Item1}Stride, int {side.Item1}First"));
        using (writer.Block($"private static {ResultType} {Name}({sides}, int from, int to, ArrayView<Quad> shared)"))
        {
            writer.Line("int thread = Group.IdxX;");
            if (Slices > 1)
            {
                writer.Line(Inv($"int slice = thread / {Shape.Threads / Slices};"));
                writer.Line(Inv($"int place = thread % {Shape.Threads / Slices};"));
            }

            writer.Line(Inv($"var aShared = shared.SubView(0, {ALoads.SharedQuads});"));
            writer.Line(Inv($"var bShared = shared.SubView({ALoads.SharedQuads}, {BLoads.SharedQuads});"));
            Lines(writer, ALoads.Places().Concat(BLoads.Places()));
            WritePlaces(writer, Slices > 1 ? "place" : "thread");
            WriteLoop(writer);
            WriteResult(writer);
        }

        return writer.ToString();
    }

    /// <summary>What the method uses: four numbers that move as one, and the sums of a thread.</summary>
    public virtual IEnumerable<string> Declarations()
    {
        yield return $"/// <summary>Four numbers that move as one.</summary>\n{Struct("Quad", ["X", "Y", "Z", "W"])}";
        yield return $"/// <summary>What a thread has added up, row by row.</summary>\n{Struct(ResultType, Enumerable.Range(0, Shape.Sums).Select(sum => Inv($"S{sum}")))}";
    }

    /// <summary>The first row and column of thread <paramref name="thread"/> of a slice.</summary>
    private protected abstract (string Row, string Column) FirstOf(string thread);

    private protected abstract (int Row, int Column) OffsetOf(int sum);

    /// <summary>Declares where the thread reads in shared memory, and its sums.</summary>
    private protected abstract void WritePlaces(SourceWriter writer, string thread);

    /// <summary>Adds the terms in shared memory to the sums.</summary>
    private protected abstract void WriteTerms(SourceWriter writer);

    /// <summary>The value of a sum.</summary>
    private protected abstract string Sum(int sum);

    private protected static void Lines(SourceWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.Line(line);
        }
    }

    // Memory fills the fields, and no code: of which the compiler would warn.
    private string Struct(string name, IEnumerable<string> fields) =>
        $"#pragma warning disable CS0649\nprivate struct {name}\n{{\n    public {Scalar} {string.Join(", ", fields)};\n}}\n#pragma warning restore CS0649";

    private void WriteLoop(SourceWriter writer)
    {
        Lines(writer, ALoads.Fetch("from").Concat(BLoads.Fetch("from")));
        using (writer.Block(Inv($"for (int depth = from; depth < to; depth += {Depth})")))
        {
            writer.Line("Group.Barrier();");
            Lines(writer, ALoads.Store(Stored).Concat(BLoads.Store(Stored)));
            writer.Line("Group.Barrier();");
            writer.Line(Inv($"int next = depth + {Depth};"));
            Lines(writer, ALoads.Fetch("next").Concat(BLoads.Fetch("next")));
            WriteTerms(writer);
        }
    }

    private void WriteResult(SourceWriter writer)
    {
        if (Slices == 1)
        {
            writer.Line($"return new {ResultType} {{ {string.Join(", ", Enumerable.Range(0, Shape.Sums).Select(sum => Inv($"S{sum} = {Sum(sum)}")))} }};");
            return;
        }

        var (row, column) = FirstOf("place");
        writer.Line("Group.Barrier();");
        writer.Line($"var partial = shared.Cast<{Scalar}>();");
        writer.Line(Inv($"int first = (slice * {Shape.Rows * Shape.Columns}) + ({row} * {Shape.Columns}) + {column};"));
        Lines(writer, Enumerable.Range(0, ThreadSums).Select(sum => Inv($"partial[first + {(OffsetOf(sum).Row * Shape.Columns) + OffsetOf(sum).Column}] = {Sum(sum)};")));
        writer.Line("Group.Barrier();");
        writer.Line($"{ResultType} sums = default;");
        for (var sum = 0; sum < Shape.Sums; sum++)
        {
            var parts = Enumerable.Range(0, Slices).Select(slice => Inv($"partial[thread + {(slice * Shape.Rows * Shape.Columns) + (sum * Shape.Threads)}]"));
            writer.Line(Inv($"sums.S{sum} = {string.Join(" + ", parts)};"));
        }

        writer.Line("return sums;");
    }

    private static string Letter(OperandLayout layout, bool quads) => (layout == OperandLayout.Inner ? "Inner" : "Outer") + (quads ? "" : "Single");
}
