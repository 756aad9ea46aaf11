using System.Text.RegularExpressions;
using NetGen.Compiler.Emission.Ilgpu.MatMul;

namespace NetGen.Compiler.Tests.Emission.Ilgpu;

/// <summary>What can be said of tiles for devices without running them; that they compute the right numbers is shown where the simulator is.</summary>
public sealed class TileProductTests
{
    public static TheoryData<TileShape, OperandLayout, OperandLayout> Tiles()
    {
        var data = new TheoryData<TileShape, OperandLayout, OperandLayout>();
        foreach (var shape in new[] { TileShape.Wide, TileShape.Tall, TileShape.Small, TileShape.Narrow })
        {
            data.Add(shape, OperandLayout.Inner, OperandLayout.Inner);
            data.Add(shape, OperandLayout.Inner, OperandLayout.Outer);
            data.Add(shape, OperandLayout.Outer, OperandLayout.Outer);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Sums_of_all_threads_cover_the_tile_once(TileShape shape, OperandLayout left, OperandLayout right)
    {
        var product = new TileProduct("float", shape, left, right, true, true);
        var seen = new HashSet<(int Row, int Column)>();
        for (var thread = 0; thread < shape.Threads; thread++)
        {
            for (var sum = 0; sum < shape.Sums; sum++)
            {
                var (row, column) = product.Offset(sum);
                var at = (row + Evaluate(product.First.Row, thread), column + Evaluate(product.First.Column, thread));
                Assert.InRange(at.Item1, 0, shape.Rows - 1);
                Assert.InRange(at.Item2, 0, shape.Columns - 1);
                Assert.True(seen.Add(at), $"{at} twice");
            }
        }

        Assert.Equal(shape.Rows * shape.Columns, seen.Count);
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Shared_memory_stays_within_what_every_device_has(TileShape shape, OperandLayout left, OperandLayout right)
    {
        Assert.True(new TileProduct("float", shape, left, right, true, true).Shared * 4 * sizeof(float) <= 48 * 1024);
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void A_term_costs_one_multiplication_per_sum(TileShape shape, OperandLayout left, OperandLayout right)
    {
        var text = new TileProduct("float", shape, left, right, true, true).Print();
        var products = Regex.Count(text, @"[ab]\d+\.[XYZW] \* [ab]\d+\.[XYZW]");
        Assert.Equal(shape.ThreadRows * shape.ThreadColumns * shape.Depth / shape.Slices, products);
    }

    [Fact]
    public void Operands_that_are_no_whole_quads_are_read_value_by_value()
    {
        var text = new TileProduct("float", TileShape.Small, OperandLayout.Inner, OperandLayout.Outer, true, false).Print();
        Assert.Contains("ArrayView<Quad> a, ", text, StringComparison.Ordinal);
        Assert.Contains("ArrayView<float> b, ", text, StringComparison.Ordinal);
        Assert.Contains("bFetched0.W = b[", text, StringComparison.Ordinal);
    }

    /// <summary>An index expression of + * / % &amp; >> over <c>Group.IdxX</c>.</summary>
    private static int Evaluate(string expression, int thread)
    {
        var text = expression.Replace("Group.IdxX", thread.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var position = 0;
        return Sum();

        int Sum()
        {
            var value = Term();
            for (; Skip("+");)
            {
                value += Term();
            }

            return value;
        }

        int Term()
        {
            var value = Factor();
            while (true)
            {
                if (Skip("*"))
                {
                    value *= Factor();
                }
                else if (Skip("/"))
                {
                    value /= Factor();
                }
                else if (Skip("%"))
                {
                    value %= Factor();
                }
                else if (Skip(">>"))
                {
                    value >>= Factor();
                }
                else if (Skip("&"))
                {
                    value &= Factor();
                }
                else
                {
                    return value;
                }
            }
        }

        int Factor()
        {
            if (Skip("("))
            {
                var value = Sum();
                Assert.True(Skip(")"));
                return value;
            }

            var digits = Regex.Match(text[position..], @"^\s*(\d+)");
            position += digits.Length;
            return int.Parse(digits.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        bool Skip(string token)
        {
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            if (position + token.Length > text.Length || string.CompareOrdinal(text, position, token, 0, token.Length) != 0)
            {
                return false;
            }

            position += token.Length;
            return true;
        }
    }
}
