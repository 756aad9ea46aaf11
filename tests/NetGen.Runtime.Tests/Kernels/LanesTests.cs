using NetGen.Runtime;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>Values into vectors of neighbouring samples and back, and what is added up there.</summary>
public sealed class LanesTests
{
    [Theory, InlineData(16, 40), InlineData(16, 16), InlineData(3, 40), InlineData(1, 5), InlineData(16, 1)]
    public void Pack_puts_a_sample_into_each_lane_and_zeros_behind_the_last(int samples, int count)
    {
        const int Sample = 43, Step = 32;
        var rows = Numbers(16 * Sample);
        var lanes = Numbers(count * Step);

        Lanes.Pack(ref rows[0], Sample, samples, ref lanes[0], Step, count);

        for (var i = 0; i < count; i++)
        {
            for (var lane = 0; lane < 16; lane++)
            {
                Assert.Equal(lane < samples ? rows[(lane * Sample) + i] : 0, lanes[(i * Step) + lane]);
            }
        }
    }

    [Theory, InlineData(16, 40), InlineData(5, 40), InlineData(1, 3), InlineData(16, 16)]
    public void Unpack_writes_the_runs_of_its_samples_and_nothing_else(int samples, int count)
    {
        const int Sample = 43, Step = 16;
        var lanes = Numbers(count * Step);
        var rows = new float[16 * Sample];

        Lanes.Unpack(ref lanes[0], Step, count, ref rows[0], Sample, samples);

        for (var place = 0; place < rows.Length; place++)
        {
            var (lane, i) = (place / Sample, place % Sample);
            Assert.Equal(lane < samples && i < count ? lanes[(i * Step) + lane] : 0, rows[place]);
        }
    }

    [Fact]
    public void Pack_reads_nothing_behind_the_last_sample()
    {
        // The last run ends where the memory ends.
        var rows = Numbers((7 * 21) + 0);
        var lanes = new double[21 * 8];

        Lanes.Pack(ref Array.ConvertAll(rows, value => (double)value)[0], 21, 7, ref lanes[0], 8, 21);

        Assert.Equal(rows[(6 * 21) + 20], lanes[(20 * 8) + 6]);
        Assert.Equal(0, lanes[(20 * 8) + 7]);
    }

    [Theory, InlineData(16), InlineData(5)]
    public void Sum_counts_present_samples_alone(int samples)
    {
        var lanes = Numbers(3 * 16);
        var expected = Enumerable.Range(0, 3).Select(i => lanes.Skip(i * 16).Take(samples).Sum(value => (double)value)).ToArray();
        var sums = new float[3];

        Lanes.Sum<float>(lanes, samples, ref sums[0], 3);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], sums[i], 1e-4);
        }
    }

    [Fact]
    public void Total_and_largest_go_over_all_blocks()
    {
        const int Stride = 50, Count = 37;
        var parts = Numbers(4 * Stride);
        var (total, largest) = (new float[Count], new float[Count]);

        Lanes.Total(ref parts[0], Stride, 4, ref total[0], Count);
        Lanes.Largest(ref parts[0], Stride, 4, ref largest[0], Count);

        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(parts[i] + parts[Stride + i] + parts[(2 * Stride) + i] + parts[(3 * Stride) + i], total[i], 1e-4);
            Assert.Equal(Enumerable.Range(0, 4).Max(block => parts[(block * Stride) + i]), largest[i]);
        }
    }

    [Theory]
    [InlineData(0, 0, 1, 0)]
    [InlineData(3, 1, 1, 1)]
    [InlineData(4, 0, 2, 2)]
    [InlineData(8, 2, 1, 3)]
    public void Taps_are_those_of_windows_that_see_the_position(int position, int first, int count, int result)
    {
        // Windows of 3 taps, 2 positions apart; 4 of them.
        Assert.Equal(new WindowTaps(first, count, result), WindowTaps.Of(position, 3, 2, 1, 4));
    }

    [Fact]
    public void Position_that_no_window_reaches_has_no_taps() => Assert.Equal(0, WindowTaps.Of(3, 1, 2, 1, 4).Count);

    private static float[] Numbers(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
