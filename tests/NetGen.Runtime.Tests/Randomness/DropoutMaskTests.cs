using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Runtime;

namespace NetGen.Tests.Randomness;

public sealed class DropoutMaskTests
{
    private const ulong Seed = 0x0123456789ABCDEF;
    private const uint Layer = 3, Row = 5, Step = 9, Threshold = 0x40000000;
    private const float Scale = 4f / 3f;

    /// <summary>A place that no row may touch.</summary>
    private const float Untouched = -7;

    public static TheoryData<int> Widths() => [1, 3, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 128, 200];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_row_is_its_definition_in_float(int features)
    {
        float[] expected = Expected(features, 32, Scale);

        Assert.Equal(expected, Write<float>(32, (ref float mask, int stride) =>
            DropoutMask.Row(ref mask, stride, features, Threshold, Scale, Seed, Layer, Row, Step)));
        AssertWidths(32, features, Scale, expected);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_row_is_its_definition_in_double(int features)
    {
        double[] expected = [.. Expected(features, 16, Scale).Select(value => (double)value)];

        Assert.Equal(expected, Write<double>(16, (ref double mask, int stride) =>
            DropoutMask.Row(ref mask, stride, features, Threshold, (double)Scale, Seed, Layer, Row, Step)));
        AssertWidths(16, features, (double)Scale, expected);
    }

    [Fact]
    public void The_share_of_zeros_is_the_rate()
    {
        const int Features = 64, Rows = 2000;
        float[] mask = new float[Features];
        int zeros = 0;
        for (uint row = 0; row < Rows; row++)
        {
            DropoutMask.Row(ref mask[0], 32, Features, DropoutMask.Threshold(0.3), 1, Seed, 0, row, 0);
            zeros += mask.Count(value => value == 0);
        }

        // Five standard deviations.
        double share = (double)zeros / (Features * Rows);
        Assert.InRange(share, 0.3 - 0.0065, 0.3 + 0.0065);
    }

    [Fact]
    public void Threshold_is_the_rate_in_32_bits()
    {
        Assert.Equal(0u, DropoutMask.Threshold(0));
        Assert.Equal(0x80000000u, DropoutMask.Threshold(0.5));
        Assert.Equal(uint.MaxValue, DropoutMask.Threshold(Math.BitDecrement(1.0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DropoutMask.Threshold(1));
    }

    private delegate void RowWriter<T>(ref T mask, int stride);

    private static void AssertWidths<T>(int width, int features, T scale, T[] expected)
        where T : unmanaged
    {
        Assert.Equal(expected, Write<T>(width, (ref T mask, int stride) =>
            DropoutMask.Row<MaskVector128, Vector128<uint>, T>(ref mask, stride, features, Threshold, scale, Seed, Layer, Row, Step)));
        if (Avx2.IsSupported)
        {
            Assert.Equal(expected, Write<T>(width, (ref T mask, int stride) =>
                DropoutMask.Row<MaskVector256, Vector256<uint>, T>(ref mask, stride, features, Threshold, scale, Seed, Layer, Row, Step)));
        }

        if (Avx512F.IsSupported)
        {
            Assert.Equal(expected, Write<T>(width, (ref T mask, int stride) =>
                DropoutMask.Row<MaskVector512, Vector512<uint>, T>(ref mask, stride, features, Threshold, scale, Seed, Layer, Row, Step)));
        }
    }

    /// <summary>A row in panels of three rows, the middle one, written by the scalar definition.</summary>
    private static float[] Expected(int features, int width, float scale)
    {
        float[] mask = Blank(width);
        int half = width / 2;
        for (int feature = 0; feature < (features + half - 1) / half * half; feature++)
        {
            PhiloxBlock block = Philox.Block((uint)((feature / 64 * 16) + (feature % 16)), Row, Layer, Step, Seed);
            bool kept = feature < features && block[feature / 16 % 4] >= Threshold;
            mask[(feature / width * 3 * width) + width + (feature % width)] = kept ? scale : 0;
        }

        return mask;
    }

    private static T[] Write<T>(int width, RowWriter<T> writer)
        where T : unmanaged
    {
        T[] mask = [.. Blank(width).Select(value => (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture))];
        writer(ref mask[width], 3 * width);
        return mask;
    }

    private static float[] Blank(int width)
    {
        float[] mask = new float[3 * width * 16];
        mask.AsSpan().Fill(Untouched);
        return mask;
    }
}
