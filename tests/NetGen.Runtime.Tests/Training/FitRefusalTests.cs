namespace NetGen.Runtime.Tests.Training;

public sealed class FitRefusalTests
{
    private static string Refused<TTarget>(FakeNetwork<TTarget> net, Dataset<float, TTarget> train, FitOptions? options = null)
        where TTarget : unmanaged
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => net.Fit(train, options ?? new FitOptions()));
        Assert.Equal(0, net.Steps);
        return error.Message;
    }

    [Fact]
    public void Inputs_of_another_size() => Assert.Contains(
        "An input of the training set has 2 values (2), one of FakeNet has 5 (5).", Refused(new Regression(5), Samples.Line(10)), StringComparison.Ordinal);

    [Fact]
    public void Targets_of_another_size() => Assert.Contains(
        "A target of the training set has 3 value(s), one of FakeNet (output 1, MeanSquaredError) has 1.",
        Refused(new Regression(2), Dataset.From(new float[8], new float[12], 2)), StringComparison.Ordinal);

    [Fact]
    public void Labels_beyond_the_classes() => Assert.Contains(
        "Sample 2 of the training set has the label 3; FakeNet has 3 classes, labels 0 to 2.",
        Refused(new Classifier(1, 3), Dataset.From([1f, 2, 3, 4], [0, 1, 3, 2])), StringComparison.Ordinal);

    [Fact]
    public void Labels_beyond_the_classes_in_another_part_of_the_set_do_no_harm() =>
        new Classifier(1, 3).Fit(Dataset.From([1f, 2, 3, 4], [0, 1, 3, 2]).Take(2), new FitOptions());

    [Fact]
    public void Labels_of_the_validation_set_beyond_the_classes() => Assert.Contains(
        "Sample 0 of the validation set has the label 7",
        Refused(new Classifier(1, 3), Dataset.From([1f], [0]), new FitOptions { Validation = Dataset.From([1f], [7]) }), StringComparison.Ordinal);

    [Fact]
    public void Validation_set_of_other_types() => Assert.Contains(
        "FitOptions.Validation is a Dataset<Single, Single>, but FakeNet takes a Dataset<Single, Int32>.",
        Refused(new Classifier(2, 3), Samples.Corners(9), new FitOptions { Validation = Samples.Line(10) }), StringComparison.Ordinal);

    [Fact]
    public void Targets_outside_the_range_of_the_loss()
    {
        Assert.Contains("has the target 1.5; BinaryCrossEntropy of FakeNet takes targets from 0 to 1", Refused(new Logistic(1), Dataset.From([1f], [1.5f])), StringComparison.Ordinal);
        Assert.Contains("takes targets -1 and 1", Refused(new Regression(1, "Hinge"), Dataset.From([1f], [0f])), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_below_one()
    {
        Assert.Contains("options.Epochs", Refused(new Regression(2), Samples.Line(10), new FitOptions { Epochs = 0 }), StringComparison.Ordinal);
        Assert.Contains("options.BatchSize", Refused(new Regression(2), Samples.Line(10), new FitOptions { BatchSize = 0 }), StringComparison.Ordinal);
        Assert.Contains("would leave none", Refused(new Regression(2), Samples.Line(10), new FitOptions { DropLast = true }), StringComparison.Ordinal);
    }
}
