namespace NetGen.Fitting.Tests.Explaining;

public sealed class OcclusionTests
{
    private static readonly float[] Image = Values.Of(40, 21);

    [Fact]
    public void Single_inputs_of_a_linear_network_weigh_what_they_add()
    {
        var net = new LinearNet(1);
        var input = Values.Of(6, 11, 2);
        var weights = net.Parameters["dense1.weight"].ToArray();

        var parts = Explain.Occlusion(net, input, 2, new OcclusionOptions { Fill = [0.5f], BatchSize = 4 });

        Assert.True(Values.Error(parts.Values, Enumerable.Range(0, 6).Select(i => weights[12 + i] * (input[i] - 0.5f))) < 1e-5);
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 1, 1 })]
    [InlineData(new[] { 2, 2 }, new[] { 2, 2 })]
    [InlineData(new[] { 3, 2 }, new[] { 2, 2 })]
    [InlineData(new[] { 1, 2, 2 }, new[] { 1, 1, 2 })]
    [InlineData(new[] { 4 }, new[] { 3 })]
    [InlineData(new[] { 4, 5 }, new[] { 1, 1 })]
    public void Windows_cover_what_a_plain_loop_covers(int[] window, int[] stride)
    {
        var net = new ImageNet(1);

        var parts = Explain.Occlusion(net, Image, 1, new OcclusionOptions { Window = window, Stride = stride, BatchSize = 7 });

        Assert.True(Values.Error(parts.Values, Plain(net, window, stride)) < 1e-4);
    }

    [Fact]
    public void Image_is_covered_pixel_by_pixel_in_all_channels_unless_told_otherwise()
    {
        var net = new ImageNet(1);

        Assert.Equal(Explain.Occlusion(net, Image, 1, new OcclusionOptions { Window = [2, 1, 1] }).Values, Explain.Occlusion(net, Image, 1).Values);
    }

    [Fact]
    public void Inputs_can_be_seen_in_another_shape()
    {
        var net = new LinearNet(1);
        var input = Values.Of(6, 11);

        var parts = Explain.Occlusion(net, input, 0, new OcclusionOptions { Shape = [2, 3], Window = [1, 3] });

        Assert.Equal([2, 3], parts.Shape);
        Assert.Equal(parts.Values[0], parts.Values[2]);
        Assert.NotEqual(parts.Values[0], parts.Values[3]);
        Assert.Equal(net.Predict(input)[0] - net.Predict([0, 0, 0, .. input[3..]])[0], parts.Values[0], 1e-5f);
    }

    [Fact]
    public void Windows_that_do_not_fit_are_refused()
    {
        var net = new ImageNet(1);
        void Refused(OcclusionOptions options, string because) =>
            Assert.Contains(because, Assert.Throws<ArgumentException>(() => Explain.Occlusion(net, Image, 0, options)).Message, StringComparison.Ordinal);

        Refused(new OcclusionOptions { Window = [5, 5] }, "5×5 does not fit into 2×4×5");
        Refused(new OcclusionOptions { Window = [0] }, "must be 1 to 5");
        Refused(new OcclusionOptions { Window = [1, 1, 1, 1] }, "take 1 to 3");
        Refused(new OcclusionOptions { Window = [] }, "take 1 to 3");
        Refused(new OcclusionOptions { Window = [2, 2], Stride = [3, 1] }, "never covered");
        Refused(new OcclusionOptions { Window = [2, 2], Stride = [1] }, "one for each");
        Refused(new OcclusionOptions { Shape = [3, 3] }, "cannot be seen as 3×3");
        Refused(new OcclusionOptions { Fill = [1, 2, 3] }, "3 values");
    }

    private static float[] Plain(ImageNet net, int[] window, int[] stride)
    {
        int[] shape = [2, 4, 5];
        int[] size = [.. shape.Take(3 - window.Length), .. window];
        int[] step = [.. Enumerable.Repeat(1, 3 - stride.Length), .. stride];
        int[][] starts = [.. Enumerable.Range(0, 3).Select(axis => Enumerable.Range(0, 10).Select(i => Math.Min(i * step[axis], shape[axis] - size[axis])).Distinct().ToArray())];
        var (sums, counts, full) = (new float[40], new int[40], net.Predict(Image)[1]);
        foreach (var (c, y, x) in from c in starts[0] from y in starts[1] from x in starts[2] select (c, y, x))
        {
            int[] covered = [.. from i in Enumerable.Range(c, size[0]) from j in Enumerable.Range(y, size[1]) from k in Enumerable.Range(x, size[2]) select (((i * 4) + j) * 5) + k];
            float[] changed = [.. Image];
            foreach (var i in covered)
            {
                changed[i] = 0;
            }

            var fall = full - net.Predict(changed)[1];
            foreach (var i in covered)
            {
                (sums[i], counts[i]) = (sums[i] + fall, counts[i] + 1);
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
