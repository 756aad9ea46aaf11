using NetGen.Runtime;
using NetGen.Runtime.TensorBoard;

namespace NetGen.Logging.Tests.TensorBoard;

public sealed class HistogramBucketsTests
{
    private readonly HistogramBuckets _buckets = new();

    [Fact]
    public void Moments_are_those_of_the_values()
    {
        HistogramProto histogram = _buckets.Count([-1, 0.5f, 2, 0.5f]);

        Assert.Equal((-1.0, 2.0, 4.0, 2.0, 5.5), (histogram.Min, histogram.Max, histogram.Num, histogram.Sum, histogram.SumSquares));
    }

    [Fact]
    public void Each_value_lies_in_a_bucket_a_tenth_wide()
    {
        float[] values = [-3e5f, -1, -1e-8f, 1e-8f, 0.125f, 1, 7e10f];
        HistogramProto histogram = _buckets.Count(values);

        Assert.Equal(histogram.BucketLimit.Count, histogram.Bucket.Count);
        Assert.Equal(values.Length, histogram.Bucket.Sum());
        Assert.Equal(histogram.BucketLimit.Order(), histogram.BucketLimit);
        foreach (float value in values)
        {
            int bucket = histogram.BucketLimit.TakeWhile(limit => limit <= value).Count();
            Assert.Equal(1, histogram.Bucket[bucket]);
            double ratio = histogram.BucketLimit[bucket] / histogram.BucketLimit[bucket - 1];
            Assert.Equal(1.1, Math.Max(ratio, 1 / ratio), 1e-9);
        }
    }

    [Fact]
    public void Every_finite_number_lies_between_the_limits_of_its_bucket()
    {
        var random = new Random(5);
        float[] special = [float.MinValue, -1e-12f, -float.Epsilon, -0f, 0f, float.Epsilon, 1e-12f, 1, 2, 1e20f, float.MaxValue];
        IEnumerable<float> drawn = Enumerable.Range(0, 20_000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        foreach (float value in special.Concat(drawn.Where(float.IsFinite)))
        {
            HistogramProto histogram = _buckets.Count([value]);
            int bucket = histogram.Bucket.IndexOf(1);
            Assert.True(histogram.BucketLimit[bucket] > value, $"{value:R} lies above its bucket");
            Assert.True(bucket == 0 || histogram.BucketLimit[bucket - 1] <= value, $"{value:R} lies below its bucket");
        }
    }

    [Fact]
    public void Limits_are_powers_of_one_and_a_tenth_times_1e_minus_12()
    {
        HistogramProto histogram = _buckets.Count([1]);

        int bucket = histogram.Bucket.IndexOf(1);
        double exponent = Math.Log(histogram.BucketLimit[bucket] / 1e-12) / Math.Log(1.1);
        Assert.Equal(Math.Round(exponent), exponent, 1e-9);
    }

    [Fact]
    public void Zero_begins_the_first_bucket_above_it()
    {
        HistogramProto histogram = _buckets.Count([0, 0]);

        Assert.Equal([0, 1e-12, double.MaxValue], histogram.BucketLimit);
        Assert.Equal([0.0, 2, 0], histogram.Bucket);
    }

    [Fact]
    public void Values_beyond_the_largest_limits_lie_in_the_outermost_buckets()
    {
        HistogramProto histogram = _buckets.Count([-1e30f, 1e30f]);

        Assert.Equal(1, histogram.Bucket[1]);
        Assert.Equal(1, histogram.Bucket[^1]);
        Assert.Equal(-double.MaxValue, histogram.BucketLimit[0]);
        Assert.Equal(double.MaxValue, histogram.BucketLimit[^1]);
    }

    [Fact]
    public void Values_that_are_not_finite_are_left_out()
    {
        HistogramProto histogram = _buckets.Count([float.NaN, 1, float.PositiveInfinity, float.NegativeInfinity]);

        Assert.Equal((1.0, 1.0, 1.0), (histogram.Num, histogram.Min, histogram.Max));
    }

    [Fact]
    public void Nothing_is_a_histogram_of_one_empty_bucket()
    {
        HistogramProto histogram = _buckets.Count([]);

        Assert.Equal((0.0, 0.0, 0.0), (histogram.Num, histogram.Min, histogram.Max));
        Assert.Equal([0.0], histogram.Bucket);
    }

    [Fact]
    public void A_histogram_knows_nothing_of_the_one_before()
    {
        _buckets.Count([1, 2, 3]);

        Assert.Equal(1, _buckets.Count([5]).Bucket.Sum());
    }
}
