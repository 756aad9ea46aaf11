using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Tokens;

public sealed class MixedInputTests
{
    private static readonly int[] s_tokens = [0, 3, 8, 1, 1, 5];

    private static readonly float[] s_values = [0.5f, -1, 2, 0.25f];

    private static readonly int[] s_labels = [2, 0];

    [Fact]
    public void Predict_agrees_with_Forward()
    {
        var net = new MixedNet(1);

        var (fused, plain) = (net.Predict(s_values, s_tokens), net.PredictUnfused(s_values, s_tokens));

        Assert.All(fused.Zip(plain), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void Values_have_gradients_and_tokens_have_none()
    {
        var net = new MixedNet(1);
        var (gradients, valuesGradients) = (new float[net.Parameters.Length], new float[4]);
        var loss = net.Gradient(s_values, s_tokens, s_labels, gradients, valuesGradients);
        float[] moved = [.. s_values];
        moved[2] += 1e-2f;

        var difference = (net.Loss(moved, s_tokens, s_labels) - loss) / 1e-2;

        Assert.Equal(difference, valuesGradients[2], 1e-2);
    }

    [Fact]
    public void A_wrong_token_is_named_by_its_input()
    {
        var error = Assert.Throws<ArgumentException>(() => new MixedNet(1).Loss(s_values, [0, 3, 9, 1, 1, 5], s_labels));

        Assert.Contains("position 2 of sample 0 of 'words' is 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_row_tokens_are_whole_numbers_among_the_values()
    {
        ITrainable<float, int> net = new MixedNet(1);
        float[] rows = [0.5f, -1, 0, 3, 8, 2, 0.25f, 1, 1, 5];

        Assert.Equal(((MixedNet)net).Loss(s_values, s_tokens, s_labels), net.Loss(rows, s_labels), 1e-6f);
        rows[3] = 2.5f;
        Assert.Contains("position 1 of sample 0 of 'words' is 2.5", Assert.Throws<ArgumentException>(() => net.Loss(rows, s_labels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_inputs_of_tokens_train_on_rows_of_tokens()
    {
        ITrainable<int, int> net = new TwoTokensNet(1);
        var loss = net.Loss([0, 1, 2, 0, 1, 4, 4, 1, 2, 3], [1, 0]);
        var optimizer = new Adam(0.1);

        for (var step = 0; step < 20; step++)
        {
            net.Step([0, 1, 2, 0, 1, 4, 4, 1, 2, 3], [1, 0], optimizer);
        }

        Assert.True(net.Loss([0, 1, 2, 0, 1, 4, 4, 1, 2, 3], [1, 0]) < loss / 2);
    }
}

[Network, Input(2), TokenInput(3, 9), SoftmaxCrossEntropy]
public partial class MixedNet
{
    [Embedding(5), Flatten] Layer embed;
    [Dense(4), Tanh, Dense(3)] Layer head;

    Tensor Forward(Tensor values, Tensor words) => head(Concat(embed(words), values));
}

[Network, TokenInput(2, 5), TokenInput(3, 5), SoftmaxCrossEntropy]
public partial class TwoTokensNet
{
    [Embedding(4), Flatten] Layer embed;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor first, Tensor second) => head(Concat(embed(first), embed(second)));
}
