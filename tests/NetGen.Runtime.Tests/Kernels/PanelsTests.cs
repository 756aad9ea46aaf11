using System.Numerics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public sealed class PanelsTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            int[] lengths = [1, 3, 15, 16, 17, 31, 32, 33, 48, 64, 100];
            foreach (int n in lengths)
            {
                foreach (int k in lengths)
                {
                    sizes.Add(n, k);
                }
            }

            sizes.Add(128, 784);
            sizes.Add(10, 784);
            return sizes;
        }
    }

    [Fact]
    public void Width_is_two_512_bit_vectors()
    {
        Assert.Equal((32, 16), (Panels.Width<float>(), Panels.Half<float>()));
        Assert.Equal((16, 8), (Panels.Width<double>(), Panels.Half<double>()));
        Assert.Equal((0, 16, 16, 32), (Panels.RoundUp<float>(0), Panels.RoundUp<float>(1), Panels.RoundUp<float>(16), Panels.RoundUp<float>(17)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void PackWeight_places_each_element_where_the_layout_says(int n, int k)
    {
        CheckWeight<float>(n, k);
        CheckWeight<double>(n, k);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TransposeWeight_gives_the_panels_of_the_transposed_matrix(int n, int k)
    {
        CheckTranspose<float>(n, k);
        CheckTranspose<double>(n, k);
    }

    [Fact]
    public void PackVector_pads_with_zeros()
    {
        float[] padded = new float[32];
        Array.Fill(padded, 7f);
        Panels.PackVector<float>([1, 2, 3], padded);
        Assert.Equal([1, 2, 3, 0], padded[..4]);
        Assert.All(padded[3..16], value => Assert.Equal(0, value));
        Assert.Equal(7f, padded[16]);

        float[] back = new float[3];
        Panels.UnpackVector<float>(padded, back);
        Assert.Equal([1, 2, 3], back);
    }

    [Fact]
    public void PackWeight_rejects_a_short_span()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Panels.PackWeight<float>(new float[6], 2, 3, new float[47]));
        Assert.Contains("at least 48 elements", thrown.Message, StringComparison.Ordinal);
    }

    private static void CheckWeight<T>(int n, int k)
        where T : unmanaged, INumber<T>
    {
        T[] file = Numbered<T>(n * k);
        T[] kernel = new T[Panels.WeightLength<T>(n, k)];
        Array.Fill(kernel, T.CreateChecked(-1));
        Panels.PackWeight<T>(file, n, k, kernel);
        T[] expected = new T[kernel.Length];
        for (int row = 0; row < n; row++)
        {
            for (int depth = 0; depth < k; depth++)
            {
                expected[Position<T>(row, depth, n, k)] = file[(row * k) + depth];
            }
        }

        Assert.Equal(expected, kernel);
        T[] back = new T[file.Length];
        Panels.UnpackWeight<T>(kernel, n, k, back);
        Assert.Equal(file, back);
    }

    private static void CheckTranspose<T>(int n, int k)
        where T : unmanaged, INumber<T>
    {
        T[] file = Numbered<T>(n * k);
        T[] kernel = new T[Panels.WeightLength<T>(n, k)];
        Panels.PackWeight<T>(file, n, k, kernel);
        T[] transposed = new T[n * k];
        for (int row = 0; row < n; row++)
        {
            for (int depth = 0; depth < k; depth++)
            {
                transposed[(depth * n) + row] = file[(row * k) + depth];
            }
        }

        T[] expected = new T[Panels.WeightLength<T>(k, n)];
        Panels.PackWeight<T>(transposed, k, n, expected);
        T[] found = new T[expected.Length];
        Panels.TransposeWeight<T>(kernel, n, k, found);
        Assert.Equal(expected, found);
    }

    private static int Position<T>(int n, int k, int outputs, int inputs)
        where T : unmanaged
    {
        int width = Panels.Width<T>();
        int panel = n / width;
        int stride = outputs - (panel * width) <= width / 2 ? width / 2 : width;
        return (panel * inputs * width) + (k * stride) + (n % width);
    }

    private static T[] Numbered<T>(int length)
        where T : INumber<T> => [.. Enumerable.Range(1, length).Select(T.CreateChecked)];
}
