namespace NetGen.Runtime.Tests.Datasets;

public sealed class DatasetFromTests
{
    [Fact]
    public void Arrays_become_samples_of_the_given_shape()
    {
        var data = Dataset.From([1f, 2, 3, 4, 5, 6, 7, 8], [0, 3], 2, 2);
        Assert.Equal((2, 4, 1, 4), (data.Count, data.InputSize, data.TargetSize, data.ClassCount));
        Assert.Equal([2, 2], data.InputShape);
        Assert.Equal([5f, 6, 7, 8], data.Input(1).ToArray());
        Assert.Equal([3], data.Target(1).ToArray());
    }

    [Fact]
    public void Without_a_shape_each_target_is_a_sample()
    {
        var data = Dataset.From([1f, 2, 3, 4, 5, 6], [0.5f, 1.5f, 2.5f]);
        Assert.Equal((3, 2), (data.Count, data.InputSize));
        Assert.Null(data.ClassCount);
    }

    [Fact]
    public void Targets_may_have_several_values_per_sample() =>
        Assert.Equal([3f, 4], Dataset.From([1.0, 2], [1f, 2, 3, 4], 1).Target(1).ToArray());

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Input_that_is_not_finite_is_refused_with_its_place(float bad)
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.From([1f, 2, 3, bad, 5, 6], [0, 1], 3));
        Assert.Contains($"Input value 0 of sample 1 is {bad}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Double_input_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => Dataset.From([1.0, double.NaN], [0, 1]));

    [Fact]
    public void Target_that_is_not_finite_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.From([1f, 2], [0f, 1, 2, float.NaN], 1));
        Assert.Contains("Target value 1 of sample 1 is NaN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_label_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.From([1f, 2, 3], [0, 1, -1]));
        Assert.Contains("The target of sample 2 is -1. Class labels count from 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_that_losses_ignore_is_taken_and_no_class() => Assert.Equal(2, Dataset.From([1f, 2, 3], [0, -100, 1]).ClassCount);

    [Fact]
    public void Negative_token_is_refused() => Assert.Throws<ArgumentException>(() => Dataset.From([1, -2], [0, 1]));

    [Theory]
    [InlineData(5, 2, new int[0], "5 input values do not divide among 2 targets")]
    [InlineData(5, 2, new[] { 2 }, "5 input values are not a whole number of samples of shape 2")]
    [InlineData(6, 4, new[] { 2 }, "4 target values do not divide among 3 samples")]
    [InlineData(0, 2, new[] { 2 }, "at least one sample")]
    [InlineData(2, 0, new[] { 2 }, "at least one sample")]
    [InlineData(2, 2, new[] { 1, 0 }, "The input shape 1×0 is not one")]
    [InlineData(2, 2, new[] { 65536, 65536 }, "The input shape 65536×65536 is not one")]
    public void Lengths_that_do_not_fit_are_refused(int inputs, int targets, int[] shape, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.From(new float[inputs], new int[targets], shape));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_no_network_takes_are_refused() =>
        Assert.Contains("float, double or int, not System.Byte", Assert.Throws<ArgumentException>(() => Dataset.From(new byte[2], new int[2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Class_names_set_the_number_of_classes()
    {
        var data = Dataset.From([1f, 2], [0, 1]).WithClassNames("cat", "dog", "bird");
        Assert.Equal(3, data.ClassCount);
        Assert.Equal("bird", data.Take(1).ClassNames![2]);
    }

    [Fact]
    public void Too_few_class_names_are_refused() =>
        Assert.Contains("3 names are needed", Assert.Throws<ArgumentException>(() => Dataset.From([1f, 2], [0, 2]).WithClassNames("cat", "dog")).Message, StringComparison.Ordinal);

    [Fact]
    public void Class_names_without_labels_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => Dataset.From([1f, 2], [0f, 2]).WithClassNames("cat"));

    [Fact]
    public void Sample_outside_the_set_is_refused() =>
        Assert.Contains("samples 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.From([1f, 2], [0, 2]).Take(2).Input(2)).Message, StringComparison.Ordinal);
}
