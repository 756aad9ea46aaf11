using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Tokens;

public sealed class IgnoredLabelTests
{
    private static readonly int[] s_tokens = [0, 1, 2, 3, 4, 5, 0, 1, 2, 3];

    [Fact]
    public void An_ignored_position_changes_neither_loss_nor_gradient()
    {
        var net = new LabelsIgnoredNet(1);
        int[] labels = [0, -100, 2, 3, -100, 1, -100, -100, -100, -100];
        var (first, second) = (new float[net.Parameters.Length], new float[net.Parameters.Length]);

        // Nothing but these positions counts: other tokens elsewhere change nothing, as no position sees another here.
        var loss = net.Gradient(s_tokens, labels, first);
        Assert.Equal(loss, net.Gradient([0, 4, 2, 3, 1, 5, 4, 4, 4, 4], labels, second));
        Assert.Equal(first, second);
        Assert.Equal(new LabelsIgnoredNet(1).Loss([0, 0, 2, 3, 5], [0, -100, 2, 3, 1]), loss, 1e-6f);
    }

    [Fact]
    public void A_batch_of_ignored_positions_has_no_loss_and_no_gradient()
    {
        var net = new LabelsIgnoredNet(1);
        var gradients = new float[net.Parameters.Length];
        Array.Fill(gradients, float.NaN);
        int[] labels = [.. Enumerable.Repeat(-100, 10)];

        Assert.Equal(0, net.Gradient(s_tokens, labels, gradients));
        Assert.Equal(0, net.Loss(s_tokens, labels));
        Assert.All(gradients, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Labels_count_again_once_none_is_ignored()
    {
        var net = new LabelsIgnoredNet(1);
        int[] labels = [.. Enumerable.Range(0, 10).Select(index => index % 4)];
        var before = net.Gradient(s_tokens, labels, new float[net.Parameters.Length]);

        net.Gradient(s_tokens, [0, -100, 2, 3, -100, 1, 2, 3, 0, 1], new float[net.Parameters.Length]);

        Assert.Equal(before, net.Gradient(s_tokens, labels, new float[net.Parameters.Length]));
    }

    [Fact]
    public void Another_label_may_be_the_one_that_is_ignored()
    {
        var (usual, other) = (new LabelsIgnoredNet(1), new PaddedLabelsNet(1));

        Assert.Equal(usual.Loss(s_tokens, [1, -100, 2, 3, -100, 1, 2, 3, -100, 1]), other.Loss(s_tokens, [1, 0, 2, 3, 0, 1, 2, 3, 0, 1]));
        Assert.Contains("label 1 is -100", Assert.Throws<ArgumentException>(() => other.Loss(s_tokens, [1, -100, 2, 3, 0, 1, 2, 3, 0, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_samples_weigh_what_is_left()
    {
        var net = new LabelsIgnoredNet(1);
        var first = net.Loss(s_tokens.AsSpan(0, 5), [0, 1, 2, 3, 0]);
        var second = net.Loss(s_tokens.AsSpan(5), [1, -100, -100, -100, -100]);

        Assert.Equal(((5 * 1 * first) + (1 * 3 * second)) / 8, net.Loss(s_tokens, [0, 1, 2, 3, 0, 1, -100, -100, -100, -100], [1f, 3f]), 1e-5f);
    }

    [Fact]
    public void Evaluate_counts_what_is_not_ignored()
    {
        var net = new LabelsIgnoredNet(1);
        var whole = net.Evaluate(Dataset.From(s_tokens, [0, 1, 2, 3, 0, 1, 2, 3, 0, 1], 5), new EvaluationOptions { BatchSize = 1 });
        var part = net.Evaluate(Dataset.From(s_tokens, [0, 1, 2, 3, 0, -100, -100, -100, 0, -100], 5), new EvaluationOptions { BatchSize = 1 });

        Assert.Equal(10, whole.ConfusionMatrix!.Total);
        Assert.Equal(6, part.ConfusionMatrix!.Total);
        Assert.Equal(net.Loss(s_tokens, [0, 1, 2, 3, 0, -100, -100, -100, 0, -100]), part.Loss, 1e-6);
    }
}

[Network, TokenInput(5, 6)]
[Embedding(7), Tanh, Dense(4), SoftmaxCrossEntropy(IgnoreIndex = 0)]
public partial class PaddedLabelsNet;
