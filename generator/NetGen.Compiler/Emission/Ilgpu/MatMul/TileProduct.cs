using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// Prints the device method of one tile: C[r, c] = Σ a(r, k) b(c, k) for <c>from</c> ≤ k &lt; <c>to</c>. While the threads compute with the terms in shared memory,
/// the next ones are on their way into registers.
/// </summary>
public sealed record TileProduct(string Scalar, TileShape Shape, OperandLayout Left, OperandLayout Right, bool LeftQuads, bool RightQuads)
{
    public string Name => $"Tile{Shape.Name}{Letter(Left, LeftQuads)}{Letter(Right, RightQuads)}";

    /// <summary>The struct that the method returns.</summary>
    public string ResultType => Inv($"Sums{Shape.Sums}");

    /// <summary>Quads of shared memory: for both operands and then, in the same place, for the sums of threads that share one.</summary>
    public int Shared => Math.Max(A.SharedQuads + B.SharedQuads, Shape.Slices > 1 ? Shape.Slices * Shape.Rows * Shape.Columns / 4 : 0);

    internal TileSide A => new("a", Left, LeftQuads, Shape, Shape.Rows, Shape.Down);

    internal TileSide B => new("b", Right, RightQuads, Shape, Shape.Columns, Shape.Across);

    /// <summary>The thread's first row and column in the tile, in terms of <c>Group.IdxX</c>.</summary>
    public (string Row, string Column) First => Shape.Slices > 1
        ? (Inv($"(Group.IdxX / {Shape.Columns})"), Inv($"(Group.IdxX % {Shape.Columns})"))
        : (A.First(ThreadRow("Group.IdxX")), B.First(ThreadColumn("Group.IdxX")));

    /// <summary>From the thread's first row and column to those of sum number <paramref name="sum"/>.</summary>
    public (int Row, int Column) Offset(int sum) => Shape.Slices > 1
        ? (sum * (Shape.Threads / Shape.Columns), 0)
        : (A.Offset(sum / Shape.ThreadColumns), B.Offset(sum % Shape.ThreadColumns));

    /// <summary>The method; lines start at column 0.</summary>
    public string Print()
    {
        var writer = new SourceWriter();
        writer.Line(Inv($"/// <summary>{Shape.Rows} × {Shape.Columns} sums over the terms from <paramref name=\"from\"/> up to <paramref name=\"to\"/>, {Shape.Depth} at a time in shared memory, by {Shape.Threads} threads.</summary>"));
        var sides = string.Join(", ", new[] { ("a", LeftQuads), ("b", RightQuads) }.Select(side => $"ArrayView<{(side.Item2 ? "Quad" : Scalar)}> {side.Item1}, int {side.Item1}Rows, int {side.Item1}Stride, int {side.Item1}First"));
        using (writer.Block($"private static {ResultType} {Name}({sides}, int from, int to, ArrayView<Quad> shared)"))
        {
            WritePlaces(writer);
            WriteLoop(writer);
            WriteResult(writer);
        }

        return writer.ToString();
    }

    /// <summary>The types that the method uses: four numbers that move as one, and the sums of a thread.</summary>
    public IEnumerable<string> Types()
    {
        yield return $"/// <summary>Four numbers that move as one.</summary>\n{Struct("Quad", ["X", "Y", "Z", "W"])}";
        yield return $"/// <summary>What a thread has added up, row by row.</summary>\n{Struct(ResultType, Enumerable.Range(0, Shape.Sums).Select(sum => Inv($"S{sum}")))}";
    }

    // Memory fills the fields, and no code: of which the compiler would warn.
    private string Struct(string name, IEnumerable<string> fields) =>
        $"#pragma warning disable CS0649\nprivate struct {name}\n{{\n    public {Scalar} {string.Join(", ", fields)};\n}}\n#pragma warning restore CS0649";

    private void WritePlaces(SourceWriter writer)
    {
        writer.Line("int thread = Group.IdxX;");
        if (Shape.Slices > 1)
        {
            writer.Line(Inv($"int slice = thread / {Shape.SliceThreads};"));
            writer.Line(Inv($"int place = thread % {Shape.SliceThreads};"));
        }

        var place = Shape.Slices > 1 ? "place" : "thread";
        writer.Line($"int down = {ThreadRow(place)};");
        writer.Line($"int across = {ThreadColumn(place)};");
        writer.Line(Inv($"var aShared = shared.SubView(0, {A.SharedQuads});"));
        writer.Line(Inv($"var bShared = shared.SubView({A.SharedQuads}, {B.SharedQuads});"));
        foreach (var line in A.Places("down", "slice").Concat(B.Places("across", "slice")))
        {
            writer.Line(line);
        }

        for (var row = 0; row < Shape.ThreadRows; row++)
        {
            writer.Line($"{Scalar} {string.Join(", ", Enumerable.Range(0, Shape.ThreadColumns).Select(column => Inv($"{Sum(row, column)} = 0")))};");
        }
    }

    private void WriteLoop(SourceWriter writer)
    {
        Lines(writer, A.Fetch("from").Concat(B.Fetch("from")));
        using (writer.Block(Inv($"for (int depth = from; depth < to; depth += {Shape.Depth})")))
        {
            writer.Line("Group.Barrier();");
            Lines(writer, A.Store().Concat(B.Store()));
            writer.Line("Group.Barrier();");
            writer.Line(Inv($"int next = depth + {Shape.Depth};"));
            Lines(writer, A.Fetch("next").Concat(B.Fetch("next")));
            for (var group = 0; group < Shape.Depth / 4 / Shape.Slices; group++)
            {
                using (writer.Block(""))
                {
                    WriteGroup(writer, group);
                }
            }
        }
    }

    /// <summary>Four terms of every sum.</summary>
    private void WriteGroup(SourceWriter writer, int group)
    {
        var (a, b) = (A, B);
        if (a.IsInner && b.IsInner)
        {
            Lines(writer, Enumerable.Range(0, Shape.ThreadRows).Select(row => Inv($"var a{row} = {a.ReadTerms(group, row)};")));
            for (var column = 0; column < Shape.ThreadColumns; column++)
            {
                writer.Line(Inv($"var b{column} = {b.ReadTerms(group, column)};"));
                for (var row = 0; row < Shape.ThreadRows; row++)
                {
                    var terms = Enumerable.Range(0, 4).Select(term => $" + ({a.Value(row, term)} * {b.Value(column, term)})");
                    writer.Line($"{Sum(row, column)} = {Sum(row, column)}{string.Concat(terms)};");
                }
            }

            return;
        }

        foreach (var (side, count, name) in new[] { (a, Shape.ThreadRows, "a"), (b, Shape.ThreadColumns, "b") }.Where(side => side.Item1.IsInner))
        {
            Lines(writer, Enumerable.Range(0, count).Select(index => Inv($"var {name}{index} = {side.ReadTerms(group, index)};")));
        }

        for (var term = 0; term < 4; term++)
        {
            using (writer.Block(""))
            {
                foreach (var (side, count, name) in new[] { (a, Shape.ThreadRows, "a"), (b, Shape.ThreadColumns, "b") }.Where(side => !side.Item1.IsInner))
                {
                    Lines(writer, Enumerable.Range(0, count / 4).Select(index => Inv($"var {name}{index} = {side.ReadRows((4 * group) + term, index)};")));
                }

                for (var row = 0; row < Shape.ThreadRows; row++)
                {
                    Lines(writer, Enumerable.Range(0, Shape.ThreadColumns).Select(column => $"{Sum(row, column)} += {a.Value(row, term)} * {b.Value(column, term)};"));
                }
            }
        }
    }

    private void WriteResult(SourceWriter writer)
    {
        if (Shape.Slices == 1)
        {
            var values = Enumerable.Range(0, Shape.Sums).Select(sum => Inv($"S{sum} = {Sum(sum / Shape.ThreadColumns, sum % Shape.ThreadColumns)}"));
            writer.Line($"return new {ResultType} {{ {string.Join(", ", values)} }};");
            return;
        }

        writer.Line("Group.Barrier();");
        writer.Line($"var partial = shared.Cast<{Scalar}>();");
        writer.Line(Inv($"int first = (slice * {Shape.Rows * Shape.Columns}) + ({A.First("down")} * {Shape.Columns}) + {B.First("across")};"));
        for (var row = 0; row < Shape.ThreadRows; row++)
        {
            Lines(writer, Enumerable.Range(0, Shape.ThreadColumns).Select(column =>
                Inv($"partial[first + {(A.Offset(row) * Shape.Columns) + B.Offset(column)}] = {Sum(row, column)};")));
        }

        writer.Line("Group.Barrier();");
        writer.Line($"{ResultType} sums = default;");
        for (var sum = 0; sum < Shape.Sums; sum++)
        {
            var parts = Enumerable.Range(0, Shape.Slices).Select(slice => Inv($"partial[thread + {(slice * Shape.Rows * Shape.Columns) + (sum * Shape.Threads)}]"));
            writer.Line(Inv($"sums.S{sum} = {string.Join(" + ", parts)};"));
        }

        writer.Line("return sums;");
    }

    /// <summary>Warps are four by eight threads, so that they read as few different quads as possible.</summary>
    private string ThreadRow(string thread) => Shape.Across == 16 ? $"((({thread} >> 3) & 3) + (({thread} >> 6) * 4))" : Inv($"({thread} / {Shape.Across})");

    private string ThreadColumn(string thread) => Shape.Across == 16 ? $"(({thread} & 7) + ((({thread} >> 5) & 1) * 8))" : Inv($"({thread} % {Shape.Across})");

    private static string Letter(OperandLayout layout, bool quads) => (layout == OperandLayout.Inner ? "Inner" : "Outer") + (quads ? "" : "Single");

    private static string Sum(int row, int column) => Inv($"c{row}{column}");

    private static void Lines(SourceWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.Line(line);
        }
    }
}
