namespace NetGen.Runtime.Tests.Training;

public sealed class EvaluateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Accuracy_counts_the_most_probable_class_whatever_the_batch_size(int batchSize)
    {
        // Score of class c: weight c times the input; class 1 wins for positive inputs, class 0 for negative ones.
        var net = new Classifier(1, 2);
        (net.Weights[0], net.Weights[2]) = (-1, 1);
        var data = Dataset.From([1f, 2, 3, -1, -2, -3, 4, 5, -6, 7], [1, 1, 0, 0, 0, 1, 1, 1, 0, 1]);
        var evaluation = net.Evaluate(data, batchSize);
        Assert.Equal(0.8, evaluation.Accuracy);
        Assert.Equal(10, evaluation.Count);
        Assert.Equal(net.Loss(data.Batches(10).Single().Inputs, data.Batches(10).Single().Targets), evaluation.Loss, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Loss_under_class_weights_is_that_of_the_whole_set_whatever_the_batch_size(int batchSize)
    {
        var net = new Classifier(1, 3, [0.5, 4, 0]);
        (net.Weights[0], net.Weights[2]) = (-1, 1);
        float[] inputs = [1, 2, 3, -1, -2, -3, 4, 5, -6, 7];
        int[] labels = [1, 1, 0, 0, 0, 2, 2, 2, 2, 1];
        Assert.Equal(net.Loss(inputs, labels), net.Evaluate(Dataset.From(inputs, labels), batchSize).Loss, 5);
    }

    [Fact]
    public void Loss_of_a_set_without_any_class_weight_is_zero() =>
        Assert.Equal(0, new Classifier(1, 2, [1, 0]).Evaluate(Dataset.From([1f, 2], [1, 1]), 1).Loss);

    [Fact]
    public void Binary_answers_are_right_on_the_targets_side_of_one_half()
    {
        var net = new Logistic(1);
        net.Weights[0] = 1;
        Assert.Equal(0.75, net.Evaluate(Dataset.From([1f, 0, -1, 2], [1f, 1, 0, 0])).Accuracy);
    }

    [Fact]
    public void Soft_targets_and_regression_have_no_accuracy()
    {
        Assert.Null(new Logistic(1).Evaluate(Dataset.From([1f, 0], [1f, 0.5f])).Accuracy);
        Assert.Null(new Regression(2).Evaluate(Samples.Line(10)).Accuracy);
    }

    [Fact]
    public void Predictions_that_are_NaN_are_wrong()
    {
        var net = new Classifier(1, 2);
        net.Weights[0] = float.NaN;
        Assert.Equal(0, net.Evaluate(Dataset.From([1f, 2], [0, 1])).Accuracy);
    }

    [Fact]
    public void Part_of_a_set_is_measured_as_a_set_of_its_own()
    {
        var net = new Classifier(1, 2);
        (net.Weights[0], net.Weights[2]) = (-1, 1);
        Assert.Equal(1, net.Evaluate(Dataset.From([1f, 2, 3], [0, 1, 1]).Subset(2, 1)).Accuracy);
    }

    [Fact]
    public void Summary_is_one_line()
    {
        Assert.Equal("loss 0.07123, accuracy 97.85 % (10000 samples)", new Evaluation { Loss = 0.071234, Accuracy = 0.9785, Count = 10_000 }.Summary);
        Assert.Equal("loss 3 (10 samples)", new Evaluation { Loss = 3, Count = 10 }.Summary);
    }

    [Fact]
    public void Set_that_does_not_fit_is_refused() =>
        Assert.Contains("the evaluation set has 2 values", Assert.Throws<ArgumentException>(() => new Regression(3).Evaluate(Samples.Line(4))).Message, StringComparison.Ordinal);
}
