using System.Numerics;
using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Tests.Emission;

/// <summary>One tile, one depth, one place: the numbers that go in and, from a naive loop, those that must come out.</summary>
/// <remarks>Small integers, so that every order of summation gives the same bits.</remarks>
internal sealed class TileCase<T>
    where T : unmanaged, INumber<T>
{
    private readonly Random _random;
    private readonly Tile _tile;
    private readonly int _depth;

    /// <param name="tile">The tile.</param>
    /// <param name="depth">Terms of the sum.</param>
    /// <param name="stride">Row stride of the weight or its gradient: a panel or half of one.</param>
    /// <param name="column">First column of the tile within the panel.</param>
    public TileCase(Tile tile, int depth, int stride, int column)
    {
        (_tile, _depth, Stride, Column) = (tile, depth, stride, column);
        _random = new Random(depth);
        var width = tile.Target.Width;
        Rows = tile.Rows + 3;
        A = tile is RowTile ? Draw(((depth + width - 1) / width) * Rows * width) : Draw((depth + 1) * width);
        B = Draw((depth + 1) * Math.Max(width, stride));
        C = Draw(Rows * width);
        Y = Draw(Rows * width);
        Bias = Draw(width);
        Expected = Compute();
    }

    public int Stride { get; }

    public int Column { get; }

    /// <summary>Rows of the matrix of which the tile is a part.</summary>
    public int Rows { get; }

    public T[] A { get; }

    public T[] B { get; }

    public T[] C { get; }

    public T[] Y { get; }

    public T[] Bias { get; }

    public T[] Expected { get; }

    /// <summary>Where the tile starts in A: the second row, or the fifth feature.</summary>
    public int Start => _tile is RowTile ? _tile.Target.Width : 4;

    private T[] Compute()
    {
        var width = _tile.Target.Width;
        var stride = _tile is RowTile ? width : Stride;
        var expected = (T[])C.Clone();
        for (var row = 0; row < _tile.Rows; row++)
        {
            for (var column = Column; column < Column + _tile.Columns; column++)
            {
                var at = (row * stride) + column;
                var sum = _tile.Start switch { TileStart.Bias => Bias[column], TileStart.Add => C[at], _ => T.Zero };
                for (var k = 0; k < _depth; k++)
                {
                    sum += _tile is RowTile
                        ? A[(k / width * Rows * width) + ((row + 1) * width) + (k % width)] * B[(k * Stride) + column]
                        : A[(k * width) + Start + row] * B[(k * width) + column];
                }

                expected[at] = _tile.Epilogue.Count > 0 ? T.Max(sum, Y[at]) : sum;
            }
        }

        return expected;
    }

    private T[] Draw(int count)
    {
        var numbers = new T[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = T.CreateChecked(_random.Next(-3, 4));
        }

        return numbers;
    }
}
