using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Tokens;

/// <summary>Absent positions beyond what PyTorch knows: those in the middle, those of a sequence that has no others.</summary>
public sealed class MaskingTests
{
    [Fact]
    public void Absent_tokens_in_the_middle_are_as_good_as_not_there()
    {
        var net = new MaskedGruLastNet(1);

        Assert.Equal(net.Predict([3, 1, 4, 2, 0, 0, 0]), net.Predict([0, 3, 1, 0, 0, 4, 2]));
    }

    [Fact]
    public void Outputs_of_absent_steps_are_zeros()
    {
        var net = new MaskedStatesNet(1);
        var outputs = net.Predict([0, 2, 0, 3, 1]);

        Assert.All(outputs[..4], value => Assert.Equal(0, value));
        Assert.All(outputs[8..12], value => Assert.Equal(0, value));
        Assert.All(outputs[12..], value => Assert.NotEqual(0, value));
    }

    [Fact]
    public void Sequence_without_a_present_position_leaves_a_recurrence_at_zero()
    {
        var net = new MaskedStatesNet(1);

        Assert.All(net.Predict(new int[5]), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Sequence_without_a_present_position_is_attended_to_with_zeros_and_learned_from_without_NaN()
    {
        var net = new MaskedAttentionNet(1);
        var gradients = new float[net.Parameters.Length];
        var loss = net.Gradient([0, 0, 0, 0, 0, 1, 2, 3, 0, 0], [0, 1, 2, 0, 1, 2, 0, 1, 2, 0], gradients);

        Assert.True(float.IsFinite(loss));
        Assert.All(gradients, value => Assert.True(float.IsFinite(value)));

        // Every position then says what the biases say.
        var probabilities = net.Predict(new int[5]);
        Assert.All(probabilities[3..].Zip(probabilities), pair => Assert.Equal(pair.Second, pair.First));
    }

    [Fact]
    public void What_absent_steps_hold_beyond_their_mark_reaches_nobody()
    {
        var net = new MaskedAttentionLastNet(1);
        var before = net.Predict([1, 2, 3, 0, 0]);
        var table = (Parameter<float>)net.Parameters["embedding1.weight"];
        table.CopyFrom([.. Enumerable.Repeat(7f, 6), .. table.ToArray()[6..]]);

        Assert.Equal(before, net.Predict([1, 2, 3, 0, 0]));
    }

    [Fact]
    public void Masks_are_part_of_the_plain_meaning()
    {
        var net = new MaskedBlocksNet(3);
        int[] tokens = [3, 0, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];

        Assert.All(net.Predict(tokens).Zip(net.PredictUnfused(tokens)), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Masking_says_what_it_marks() => Assert.Contains("Masking(0)", MaskedGruNet.Info.Summary(), StringComparison.Ordinal);

    [Fact]
    public void Dropout_between_layers_is_inactive_in_prediction_and_active_in_training()
    {
        var (dropped, plain) = (new DroppedLayersNet(1), new PlainLayersNet(1));
        plain.Parameters.CopyFrom(dropped.Parameters);
        var (inputs, labels) = (new[] { 1, 2, 3, 4, 5 }, new[] { 1 });

        Assert.Equal(plain.Predict(inputs), dropped.Predict(inputs));
        Assert.Equal(plain.Loss(inputs, labels), dropped.Loss(inputs, labels));
        Assert.NotEqual(plain.Gradient(inputs, labels, new float[plain.Parameters.Length]), dropped.Gradient(inputs, labels, new float[plain.Parameters.Length]));
    }
}

[Network, TokenInput(5, 6)]
[Masking, Embedding(3), LSTM(4, ReturnSequences = true)]
public partial class MaskedStatesNet;

[Network, TokenInput(5, 6)]
[Masking, Embedding(6), SelfAttention(2), GRU(3), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedAttentionLastNet;

[Network, TokenInput(5, 6)]
[Embedding(4), GRU(6, Layers = 3, Dropout = 0.5), Dense(3), SoftmaxCrossEntropy]
public partial class DroppedLayersNet;

[Network, TokenInput(5, 6)]
[Embedding(4), GRU(6, Layers = 3), Dense(3), SoftmaxCrossEntropy]
public partial class PlainLayersNet;
