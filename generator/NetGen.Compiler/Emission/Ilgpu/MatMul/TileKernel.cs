using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// An operand of a product: a view that begins at its first value, how many rows it has on its side of the result, and how many values they (or the terms) lie apart.
/// A view of quads must come from a whole buffer's <c>Cast</c>, with the part taken afterwards: only then does ILGPU know that four values lie where one load can reach them.
/// </summary>
public sealed record TileOperand(string View, string Rows, string Stride);

/// <summary>Prints what a kernel does around the method of a tile: shared memory, the call, and what becomes of the sums.</summary>
public sealed record TileKernel(TileProduct Product)
{
    /// <summary>Shared memory of the group. Declared by the kernel, so that several calls of tiles use the same.</summary>
    public static string Shared(int quads) => Inv($"var shared = SharedMemory.Allocate<Quad>({quads});");

    /// <summary>Declares <c>row</c>, <c>column</c> (of this thread's first sum) and <c>sums</c> for tile number <paramref name="tile"/>, counted along rows of tiles.</summary>
    public IEnumerable<string> Sums(TileOperand left, TileOperand right, string tile, string tilesAcross, string from, string to)
    {
        var shape = Product.Shape;
        yield return Inv($"int firstRow = ({tile} / {tilesAcross}) * {shape.Rows};");
        yield return Inv($"int firstColumn = ({tile} % {tilesAcross}) * {shape.Columns};");
        yield return $"var sums = {Product.Name}({left.View}, {left.Rows}, {left.Stride}, firstRow, {right.View}, {right.Rows}, {right.Stride}, firstColumn, {from}, {to}, shared);";
        yield return $"int row = firstRow + {Product.First.Row};";
        yield return $"int column = firstColumn + {Product.First.Column};";
    }

    /// <summary>Calls <paramref name="store"/> for every sum that is part of the result.</summary>
    /// <param name="rows">Rows of the result, at run time.</param>
    /// <param name="columns">Columns of the result, as text.</param>
    /// <param name="columnsFit">True when tiles end where the columns do.</param>
    /// <param name="store">A statement, given row, column and sum.</param>
    public IEnumerable<string> Stores(string rows, string columns, bool columnsFit, Func<string, string, string, string> store)
    {
        foreach (var line in Enumerable.Range(0, Product.Shape.Sums).GroupBy(sum => Product.Offset(sum).Row))
        {
            var row = Plus("row", line.Key);
            yield return $"if ({row} < {rows})\n{{";
            foreach (var sum in line)
            {
                var column = Plus("column", Product.Offset(sum).Column);
                var guard = columnsFit ? "" : $"if ({column} < {columns}) ";
                var statement = store(row, column, Inv($"sums.S{sum}"));
                yield return columnsFit ? $"    {statement}" : $"    {guard}{{ {statement} }}";
            }

            yield return "}";
        }
    }

    private static string Plus(string variable, int offset) => offset == 0 ? variable : Inv($"{variable} + {offset}");
}
