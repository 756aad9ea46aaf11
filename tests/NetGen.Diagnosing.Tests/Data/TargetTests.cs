namespace NetGen.Diagnosing.Tests.Data;

public sealed class TargetTests
{
    [Fact]
    public void Rare_class_is_a_warning_that_names_it()
    {
        var set = Samples.Classes(600);
        var kept = Enumerable.Range(0, set.Count).Where(sample => set.Target(sample)[0] != 2).Concat(Enumerable.Range(0, set.Count).Where(sample => set.Target(sample)[0] == 2).Take(8)).ToArray();

        var finding = Found.Single(new ClassNet(1).Diagnose(set.Subset(kept).WithClassNames("left", "middle", "right")), "NG7005");

        Assert.Equal((FindingSeverity.Warning, "labels"), (finding.Severity, finding.Subject));
        Assert.Contains("'right' has 8", finding.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_the_classes_answer_their_imbalance()
    {
        var set = Samples.Classes(600);
        var kept = Enumerable.Range(0, set.Count).Where(sample => set.Target(sample)[0] != 2).Concat(Enumerable.Range(0, set.Count).Where(sample => set.Target(sample)[0] == 2).Take(8)).ToArray();

        Found.None(new WeightedNet(1).Diagnose(set.Subset(kept)), "NG7005");
    }

    [Fact]
    public void Class_without_samples_is_told()
    {
        var set = Samples.Classes(600);
        var kept = Enumerable.Range(0, set.Count).Where(sample => set.Target(sample)[0] != 2).ToArray();

        Assert.Contains("1 of 3 classes", Found.Single(new ClassNet(1).Diagnose(set.Subset(kept)), "NG7005").Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void One_label_for_all_is_an_error() =>
        Assert.Equal(FindingSeverity.Error, Found.Single(new ClassNet(1).Diagnose(Dataset.From(Samples.Values(50, 1), Enumerable.Repeat(1, 50).ToArray(), 8)), "NG7005").Severity);

    [Fact]
    public void Rare_yes_is_a_warning()
    {
        Assert.Equal(FindingSeverity.Warning, Found.Single(new BinaryNet(1).Diagnose(Samples.Binary(800, bound: 5.5f)), "NG7005").Severity);
        Found.Healthy(new BinaryNet(1).Diagnose(Samples.Binary()));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(50, 0)]
    public void Large_targets_are_found(float scale, float shift)
    {
        var finding = Found.Single(new LineNet(1).Diagnose(Samples.Line(scale: scale, shift: shift)), "NG7006");

        Assert.Equal((FindingSeverity.Warning, "targets"), (finding.Severity, finding.Subject));
    }

    [Fact]
    public void Targets_that_hardly_differ_are_found() => Assert.Contains("hardly differ", Found.Single(new LineNet(1).Diagnose(Samples.Line(scale: 0.001f)), "NG7006").Measured, StringComparison.Ordinal);

    [Fact]
    public void Constant_target_is_an_error() => Assert.Equal(FindingSeverity.Error, Found.Single(new LineNet(1).Diagnose(Samples.Line(scale: 0, shift: 1)), "NG7006").Severity);

    [Fact]
    public void Targets_of_unit_variance_are_healthy() => Found.Healthy(new LineNet(1).Diagnose(Samples.Line()));
}
