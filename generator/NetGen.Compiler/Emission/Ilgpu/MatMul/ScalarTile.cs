using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>A tile whose threads multiply numbers as they are, on every device.</summary>
public sealed record ScalarTile(string Scalar, TileShape Shape, OperandLayout Left, OperandLayout Right, bool LeftQuads, bool RightQuads)
    : TileProduct(Scalar, Shape, Left, Right, LeftQuads, RightQuads)
{
    private protected override int Depth => Shape.Depth;

    private protected override int Slices => Shape.Slices;

    private protected override int ThreadSums => Shape.ThreadRows * Shape.ThreadColumns;

    private protected override TileLoads ALoads => A.Loads;

    private protected override TileLoads BLoads => B.Loads;

    private TileSide A => new("a", Left, LeftQuads, Shape, Shape.Rows, Shape.Down);

    private TileSide B => new("b", Right, RightQuads, Shape, Shape.Columns, Shape.Across);

    private protected override (string Row, string Column) FirstOf(string thread) => (A.First(ThreadRow(thread)), B.First(ThreadColumn(thread)));

    private protected override (int Row, int Column) OffsetOf(int sum) => (A.Offset(sum / Shape.ThreadColumns), B.Offset(sum % Shape.ThreadColumns));

    private protected override string Sum(int sum) => Sum(sum / Shape.ThreadColumns, sum % Shape.ThreadColumns);

    private protected override void WritePlaces(SourceWriter writer, string thread)
    {
        writer.Line($"int down = {ThreadRow(thread)};");
        writer.Line($"int across = {ThreadColumn(thread)};");
        Lines(writer, A.Places("down").Concat(B.Places("across")));
        for (var row = 0; row < Shape.ThreadRows; row++)
        {
            writer.Line($"{Scalar} {string.Join(", ", Enumerable.Range(0, Shape.ThreadColumns).Select(column => Inv($"{Sum(row, column)} = 0")))};");
        }
    }

    private protected override void WriteTerms(SourceWriter writer)
    {
        for (var group = 0; group < Shape.Depth / 4 / Shape.Slices; group++)
        {
            using (writer.Block(""))
            {
                WriteGroup(writer, group);
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

    /// <summary>Warps are four by eight threads, so that they read as few different quads as possible.</summary>
    private string ThreadRow(string thread) => Shape.Across == 16 ? $"((({thread} >> 3) & 3) + (({thread} >> 6) * 4))" : Inv($"({thread} / {Shape.Across})");

    private string ThreadColumn(string thread) => Shape.Across == 16 ? $"(({thread} & 7) + ((({thread} >> 5) & 1) * 8))" : Inv($"({thread} % {Shape.Across})");

    private static string Sum(int row, int column) => Inv($"c{row}{column}");
}
