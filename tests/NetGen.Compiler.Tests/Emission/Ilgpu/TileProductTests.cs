using System.Text.RegularExpressions;
using NetGen.Compiler.Emission.Ilgpu.MatMul;

namespace NetGen.Compiler.Tests.Emission.Ilgpu;

/// <summary>What can be said of tiles for devices without running them; that they compute the right numbers is shown where the simulator is.</summary>
public sealed class TileProductTests
{
    private static readonly ProductPrecision[] s_precisions = [ProductPrecision.Single, ProductPrecision.TensorFloat32, ProductPrecision.BFloat16];

    public static TheoryData<TileShape, OperandLayout, OperandLayout, ProductPrecision> Tiles()
    {
        var data = new TheoryData<TileShape, OperandLayout, OperandLayout, ProductPrecision>();
        foreach (var shape in new[] { TileShape.Wide, TileShape.Tall, TileShape.Square, TileShape.Small, TileShape.Narrow })
        {
            foreach (var products in s_precisions.Take(shape.OnTensorCores is null ? 1 : 3))
            {
                data.Add(shape, OperandLayout.Inner, OperandLayout.Inner, products);
                data.Add(shape, OperandLayout.Inner, OperandLayout.Outer, products);
                data.Add(shape, OperandLayout.Outer, OperandLayout.Outer, products);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Sums_of_all_threads_cover_the_tile_once(TileShape shape, OperandLayout left, OperandLayout right, ProductPrecision products)
    {
        var product = Product(shape, left, right, products);
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
    public void Shared_memory_stays_within_what_every_device_has(TileShape shape, OperandLayout left, OperandLayout right, ProductPrecision products) =>
        Assert.True(Product(shape, left, right, products).Shared * 4 * sizeof(float) <= 48 * 1024);

    [Theory]
    [MemberData(nameof(Tiles))]
    public void A_term_costs_one_multiplication_per_sum(TileShape shape, OperandLayout left, OperandLayout right, ProductPrecision products)
    {
        var text = Product(shape, left, right, products).Print();

        if (products == ProductPrecision.Single)
        {
            Assert.Equal(shape.ThreadRows * shape.ThreadColumns * shape.Depth / shape.Slices, Regex.Count(text, @"[ab]\d+\.[XYZW] \* [ab]\d+\.[XYZW]"));
            return;
        }

        var (warps, terms) = (shape.OnTensorCores!, products == ProductPrecision.BFloat16 ? 16 : 8);
        Assert.Equal(warps.Rows / 16 * (warps.Columns / 8) * (warps.Depth / warps.Slices / terms), Regex.Count(text, "CudaAsm.EmitRef"));
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Fragments_are_read_from_32_banks(TileShape shape, OperandLayout left, OperandLayout right, ProductPrecision products)
    {
        if (products == ProductPrecision.Single)
        {
            return;
        }

        var text = Product(shape, left, right, products).Print();
        foreach (var start in Regex.Matches(text, "int [ab]Start = (.+);").Select(match => match.Groups[1].Value))
        {
            var banks = Enumerable.Range(0, 32).Select(thread => Evaluate(
                Regex.Replace(Regex.Replace(start, "down|across|slice", "0"), "group|member", name => name.Value == "group" ? "(Group.IdxX >> 2)" : "(Group.IdxX & 3)"), thread) % 32);
            Assert.Equal(32, banks.Distinct().Count());
        }
    }

    [Fact]
    public void Few_columns_stay_in_full_precision() =>
        Assert.IsType<ScalarTile>(Product(TileShape.Narrow, OperandLayout.Inner, OperandLayout.Inner, ProductPrecision.TensorFloat32));

    [Fact]
    public void Operands_that_are_no_whole_quads_are_read_value_by_value()
    {
        var text = new ScalarTile("float", TileShape.Small, OperandLayout.Inner, OperandLayout.Outer, true, false).Print();
        Assert.Contains("ArrayView<Quad> a, ", text, StringComparison.Ordinal);
        Assert.Contains("ArrayView<float> b, ", text, StringComparison.Ordinal);
        Assert.Contains("bFetched0.W = b[", text, StringComparison.Ordinal);
    }

    private static TileProduct Product(TileShape shape, OperandLayout left, OperandLayout right, ProductPrecision products) =>
        TileProduct.Of(products, "float", shape, left, right, true, true);

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
