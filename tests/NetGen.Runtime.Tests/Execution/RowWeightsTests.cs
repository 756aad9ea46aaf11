using NetGen.Runtime;

namespace NetGen.Tests.Execution;

public sealed class RowWeightsTests
{
    private static T[] Shares<T>(int[] labels, double[]? labelWeights, T[] sampleWeights, int rows)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var shares = new T[rows];
        RowWeights.Fill(labels, -100, labelWeights, sampleWeights, shares);
        return shares;
    }

    [Fact]
    public void Sum_of_all_weights_divides_each_samples_own() =>
        Assert.Equal([0.25, 0.75], Shares<double>([0, 1], [2, 2.0 / 3], [0.5, 1.5], 2));

    [Fact]
    public void Batch_whose_labels_weigh_nothing_has_no_shares()
    {
        Assert.Equal([0f, 0], Shares<float>([0, 0], [0, 1], [], 2));
        Assert.Equal([0f, 0], Shares<float>([0, 0], [0, 1], [1, 2], 2));
        Assert.Equal([0f, 0, 0], Shares<float>([0, 1, 0], [0, 1], [1, 0, 3], 3));
    }

    [Fact]
    public void Ignored_rows_have_no_share()
    {
        Assert.Equal([0.5, 0, 0.5], Shares<double>([0, -100, 2], null, [], 3));
        Assert.Equal([0.25, 0, 0.75], Shares<double>([0, -100, 2], null, [1, 9, 3], 3));
        Assert.Equal([0.25, 0.25, 0], Shares<double>([0, 1, -100], [1, 3], [], 3));
        Assert.Equal([0f, 0], Shares<float>([-100, -100], null, [], 2));
    }

    [Fact]
    public void Sample_weights_that_are_all_zero_are_refused()
    {
        Assert.Contains("positive weight", Assert.Throws<ArgumentException>(() => Shares<float>([0, 0], null, [0, 0], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("positive weight", Assert.Throws<ArgumentException>(() => Shares<float>([0, 0], [0, 1], [0, 0], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_weights_beyond_all_numbers_are_refused() =>
        Assert.Contains("scale them down", Assert.Throws<ArgumentException>(() => Shares<double>([], null, [1e308, 1e308], 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void Weight_of_a_sample_is_that_of_each_of_its_rows() =>
        Assert.Equal([0.125, 0.125, 0.375, 0.375], Shares<double>([], null, [1, 3], 4));
}
