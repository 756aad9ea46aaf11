namespace NetGen.Runtime.Tests.Data.Images;

/// <summary>Resizing and affine maps against Pillow and PyTorch.</summary>
public sealed class ResamplingTests
{
    [Fact]
    public void Resizing_is_that_of_Pillow()
    {
        foreach (var (from, to, values) in ReferenceImages.Resized)
        {
            float[] found = new float[values.Length];
            new ImageResizer((int)to[0], (int)to[1], ImageFit.Stretch).Resize(ReferenceImages.Picture((int)from[0], (int)from[1]), 1, (int)from[0], (int)from[1], found);
            Assert.All(values.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 2e-6));
        }
    }

    [Fact]
    public void Affine_maps_are_those_of_PyTorch()
    {
        foreach (var (shape, map, values) in ReferenceImages.Mapped)
        {
            var image = new WorkingImage(new(1, (int)shape[0], (int)shape[1]), null);
            ReferenceImages.Picture((int)shape[0], (int)shape[1]).CopyTo(image.Pixels);
            new AffineMap(map[0], map[1], map[2], map[3], map[4]).Resample(image);
            Assert.All(values.Zip(image.Pixels.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Fact]
    public void What_comes_in_from_outside_is_black_also_where_black_is_not_zero()
    {
        var image = new WorkingImage(new(2, 2, 2), new([0.5, 1], [0.5, 0.25]));
        image.Pixels.Fill(1);
        new AffineMap(0, 0, 1, right: 1, down: 0).Resample(image);
        Assert.Equal([-1, 1, -1, 1, -4, 1, -4, 1], image.Pixels.ToArray());
    }

    [Fact]
    public void Middle_is_kept_when_sides_are_cut_off()
    {
        // Two rows of 1 to 8; covering 1×2 shrinks by two, cutting out shrinks nothing.
        float[] image = [.. Enumerable.Range(0, 16).Select(i => (float)((i % 8) + 1))];
        float[] cut = new float[2], covered = new float[2];
        new ImageResizer(1, 2, ImageFit.Crop).Resize(image, 1, 2, 8, cut);
        new ImageResizer(1, 2, ImageFit.Cover).Resize(image, 1, 2, 8, covered);
        Assert.Equal([4, 5], cut);
        Assert.Equal(3.5, covered[0], 1e-5);
        Assert.Equal(5.5, covered[1], 1e-5);
    }

    [Fact]
    public void Extreme_proportions_need_little_memory()
    {
        float[] image = new float[4_000_000];
        var resizer = new ImageResizer(32, 32, ImageFit.Cover);
        long before = GC.GetAllocatedBytesForCurrentThread();
        resizer.Resize(image, 1, 4_000_000, 1, new float[1024]);
        resizer.Resize(image, 1, 1, 4_000_000, new float[1024]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }
}
