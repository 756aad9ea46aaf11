namespace NetGen.Diagnosing.Tests.Data;

public sealed class InputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Inputs_of_unit_variance_are_healthy(int seed) => Found.Healthy(new ClassNet((ulong)seed).Diagnose(Samples.Classes(seed: seed)));

    [Fact]
    public void Bytes_are_unscaled()
    {
        var finding = Found.Single(new ImageNet(1).Diagnose(Samples.Pictures(scale: 255)), "NG7001");

        Assert.Equal((FindingSeverity.Warning, "inputs"), (finding.Severity, finding.Subject));
        Assert.Contains("as bytes are", finding.Measured, StringComparison.Ordinal);
        Found.None(new ImageNet(1).Diagnose(Samples.Pictures()), "NG7001");
    }

    [Theory]
    [InlineData(200, "large")]
    [InlineData(0.001, "tiny")]
    public void Large_and_tiny_inputs_are_found(float scale, string word) =>
        Assert.Contains(word, Found.Single(new ClassNet(1).Diagnose(Samples.Classes(scale: scale)), "NG7001").Measured, StringComparison.Ordinal);

    [Fact]
    public void Normalisation_at_the_start_makes_scales_indifferent()
    {
        var diagnosis = new NormalizedNet(1).Diagnose(Samples.Classes(scale: 200));

        Found.None(diagnosis, "NG7001");
        Assert.Contains(diagnosis.LeftOut, reason => reason.Contains("scales of the inputs", StringComparison.Ordinal));
    }

    [Fact]
    public void Constant_feature_is_told()
    {
        var finding = Found.Single(new ClassNet(1).Diagnose(WithFeature(3, _ => 1)), "NG7002");

        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Contains("1 of 8 features", finding.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_that_are_all_the_same_are_an_error()
    {
        var labels = Enumerable.Range(0, 64).Select(sample => sample % 3).ToArray();

        var diagnosis = new ClassNet(1).Diagnose(Dataset.From(Enumerable.Repeat(0.5f, 64 * 8).ToArray(), labels, 8));

        Assert.Equal(FindingSeverity.Error, Found.Single(diagnosis, "NG7002").Severity);
        Assert.False(diagnosis.IsHealthy);
    }

    [Fact]
    public void One_constant_input_among_several_is_told()
    {
        var set = Samples.Classes();
        float[] inputs = [.. Enumerable.Range(0, set.Count).SelectMany(sample => set.Input(sample)[..6].ToArray().Concat([1f, 1f]))];

        var diagnosis = new MaskedNet(1).Diagnose(Dataset.From(inputs, [.. Enumerable.Range(0, set.Count).Select(sample => set.Target(sample)[0])], 8));

        Assert.Equal((FindingSeverity.Info, "mask"), (Found.Single(diagnosis, "NG7002").Severity, Found.Single(diagnosis, "NG7002").Subject));
        Assert.True(diagnosis.Measured.ContainsKey("one_batch_loss"));
    }

    [Fact]
    public void Part_of_a_large_set_is_called_a_part() =>
        Assert.Contains("all of the 10016 samples that were looked at", Found.Single(new ClassNet(1).Diagnose(WithFeature(3, _ => 1, 10_100)), "NG7002").Measured, StringComparison.Ordinal);

    [Fact]
    public void Categories_are_not_tiny()
    {
        float[] inputs = new float[64 * 5000];
        for (int sample = 0; sample < 64; sample++)
        {
            inputs[(sample * 5000) + (sample * 70)] = 1;
        }

        Found.None(new CategoryNet(1).Diagnose(Dataset.From(inputs, [.. Enumerable.Range(0, 64).Select(sample => sample % 3)], 5000)), "NG7001");
    }

    [Fact]
    public void Small_counts_are_no_fault()
    {
        var finding = Found.Single(new ClassNet(1).Diagnose(WithFeature(5, value => value > 1.8f ? 20 : 0, rounded: true)), "NG7001");

        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Contains("counts", finding.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_of_very_different_scales_are_named()
    {
        var finding = Found.Single(new ClassNet(1).Diagnose(WithFeature(5, value => value * 0.001f)), "NG7003");

        Assert.Contains("that of feature 5", finding.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Feature_that_is_nearly_always_zero_needs_no_other_scale() =>
        Found.None(new ClassNet(1).Diagnose(WithFeature(5, value => value > 1.8f ? 0.01f : 0)), "NG7003");

    [Fact]
    public void Inputs_far_from_zero_are_told()
    {
        Assert.Equal(FindingSeverity.Info, Found.Single(new ClassNet(1).Diagnose(Samples.Classes(scale: 1, shift: 5)), "NG7004").Severity);
        Found.None(new ClassNet(1).Diagnose(Samples.Classes(shift: 1)), "NG7004");
    }

    private static Dataset<float, int> WithFeature(int feature, Func<float, float> change, int count = 256, bool rounded = false)
    {
        var set = Samples.Classes(count);
        float[] inputs = [.. Enumerable.Range(0, set.Count).SelectMany(sample => set.Input(sample).ToArray()).Select(value => rounded ? MathF.Round(MathF.Abs(value)) : value)];
        for (int at = feature; at < inputs.Length; at += Samples.Inputs)
        {
            inputs[at] = change(inputs[at]);
        }

        return Dataset.From(inputs, [.. Enumerable.Range(0, set.Count).Select(sample => set.Target(sample)[0])], Samples.Inputs);
    }
}
