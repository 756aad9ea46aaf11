using System.Numerics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public sealed class PanelRowsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(2, 4)]
    [InlineData(17, 16)]
    [InlineData(5, 17)]
    [InlineData(31, 31)]
    [InlineData(4, 32)]
    [InlineData(33, 33)]
    [InlineData(6, 784)]
    public void PackRows_fills_panels_and_clears_padding(int batch, int features)
    {
        Check<float>(batch, features);
        Check<double>(batch, features);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void AllFinite_finds_one_bad_value_anywhere(int length)
    {
        float[] singles = [.. Enumerable.Repeat(float.MaxValue, length)];
        double[] doubles = [.. Enumerable.Repeat(-double.MaxValue, length)];
        Assert.True(Panels.AllFinite<float>(singles));
        Assert.True(Panels.AllFinite<double>(doubles));
        for (int i = 0; i < length; i++)
        {
            singles[i] = i % 2 == 0 ? float.NaN : float.NegativeInfinity;
            doubles[i] = i % 2 == 0 ? double.PositiveInfinity : double.NaN;
            Assert.False(Panels.AllFinite<float>(singles), $"position {i}");
            Assert.False(Panels.AllFinite<double>(doubles), $"position {i}");
            singles[i] = 0;
            doubles[i] = 0;
        }
    }

    private static void Check<T>(int batch, int features)
        where T : unmanaged, INumber<T>
    {
        int width = Panels.Width<T>();
        int total = batch + 2;
        T[] user = [.. Enumerable.Range(1, batch * features).Select(T.CreateChecked)];
        T[] panels = new T[Panels.ActivationLength<T>(total, features)];
        Array.Fill(panels, T.CreateChecked(-1));

        // In two parts, as two tasks would; the second one also clears the rows behind the batch.
        int half = batch / 2;
        Panels.PackRows(ref user[0], batch, features, ref panels[0], 0, half, total);
        Panels.PackRows(ref user[0], batch, features, ref panels[0], half, total, total);
        for (int i = 0; i < panels.Length; i++)
        {
            int feature = (i / (total * width) * width) + (i % width);
            int row = i / width % total;
            T expected = feature < features && row < batch ? user[(row * features) + feature] : T.Zero;
            Assert.Equal(expected, panels[i]);
        }

        T[] back = new T[user.Length];
        Panels.UnpackRows(ref panels[0], total, ref back[0], batch, features, 0, half);
        Panels.UnpackRows(ref panels[0], total, ref back[0], batch, features, half, total);
        Assert.Equal(user, back);
    }
}
