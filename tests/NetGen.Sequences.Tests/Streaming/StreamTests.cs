using System.Numerics;
using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Streaming;

/// <summary>One position after the other gives what the whole sequence gives.</summary>
public sealed class StreamTests
{
    /// <summary>Every network of these tests that takes tokens and can do it.</summary>
    public static TheoryData<Type> Streaming => [.. Networks];

    private static IEnumerable<Type> Networks => typeof(StreamTests).Assembly.GetTypes()
        .Where(type => type.GetInterfaces() is var known && known.Contains(typeof(IStreaming<int, float>)) && known.Contains(typeof(ITrainable<int, int>)));

    [Fact]
    public void Recurrences_and_causal_attention_can_be_taken_one_position_at_a_time()
    {
        Type[] expected = [typeof(LstmNet), typeof(LstmLastNet), typeof(LstmTwoLayersNet), typeof(GruNet), typeof(RnnReluNet), typeof(AttentionCausalNet), typeof(AttentionRotaryNet), typeof(TransformerNet), typeof(WriterNet)];

        Assert.Empty(expected.Except(Networks));
    }

    [Theory]
    [InlineData(typeof(LstmBidirectionalNet))]
    [InlineData(typeof(LstmBidirectionalLastNet))]
    [InlineData(typeof(AttentionNet))]
    [InlineData(typeof(PositionalEmbeddingNet))]
    [InlineData(typeof(FirstPositionsNet))]
    [InlineData(typeof(FromTheEndNet))]
    [InlineData(typeof(OtherInputNet))]
    [InlineData(typeof(AcrossNet))]
    [InlineData(typeof(SinglePositionNet))]
    [InlineData(typeof(LstmSingleStepNet))]
    public void Network_that_needs_all_positions_or_remembers_none_does_not_offer_it(Type network) => Assert.Null(network.GetMethod("OpenStream"));

    [Theory]
    [MemberData(nameof(Streaming))]
    public void Position_has_the_answer_of_the_whole_sequence(Type network) =>
        typeof(StreamTests).GetMethod(nameof(AgreeOnTokens))!.MakeGenericMethod(network).Invoke(null, null);

    [Fact]
    public void Values_are_taken_one_position_at_a_time()
    {
        var (net, values) = (new ValuesNet(3), Values(3 * 9 * 5));

        Agree(net.OpenStream(3), net.Predict(values), values, 9, answersEach: false, 1e-6f);
    }

    [Fact]
    public void What_is_the_same_for_all_samples_is_seen_by_every_position()
    {
        var net = new LearnedKeysNet(3);
        int[] tokens = [.. Enumerable.Range(0, 2 * 6).Select(i => i * i % 5)];

        Agree(net.OpenStream(2), net.Predict(tokens), tokens, 6, answersEach: true, 1e-6f);
    }

    [Fact]
    public void Cell_of_the_user_is_taken_one_position_at_a_time()
    {
        var (net, values) = (new StreamedCellNet(3), Values(2 * 6 * 4));

        Agree(net.OpenStream(2), net.Predict(values), values, 6, answersEach: true, 1e-6f);
    }

    [Fact]
    public void Network_in_double_is_taken_one_position_at_a_time()
    {
        var net = new DoubleStreamNet(3);
        int[] tokens = [.. Enumerable.Range(0, 2 * 34).Select(i => i * i % 7)];

        Agree(net.OpenStream(2), net.Predict(tokens), tokens, 34, answersEach: true, 1e-13);
    }

    public static void AgreeOnTokens<TNet>()
        where TNet : class, ITrainable<int, int>, IStreaming<int, float>
    {
        var (net, info) = ((TNet)Activator.CreateInstance(typeof(TNet), 5UL)!, TNet.Info);
        foreach (var batch in (int[])[1, 3])
        {
            var (tokens, outputs) = (new int[batch * info.InputSize], new float[batch * info.OutputSize]);
            for (var i = 0; i < tokens.Length; i++)
            {
                tokens[i] = (i * i + 3 * i) % info.Inputs[0].Vocabulary;
            }

            net.Predict(tokens, outputs);
            Agree(net.OpenStream(batch), outputs, tokens, info.InputSize, info.OutputShape.Count == 2, 2e-6f);
        }
    }

    private static void Agree<TInput, T>(PredictionStream<TInput, T> stream, T[] expected, TInput[] inputs, int positions, bool answersEach, T tolerance)
        where TInput : unmanaged, INumberBase<TInput>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (batch, size, answer) = (stream.Streams, stream.InputSize, stream.OutputSize);
        var (input, output) = (new TInput[batch * size], new T[batch * answer]);
        for (var position = 0; position < positions; position++)
        {
            for (var sample = 0; sample < batch; sample++)
            {
                inputs.AsSpan(((sample * positions) + position) * size, size).CopyTo(input.AsSpan(sample * size));
            }

            stream.Advance(input, output);
            for (var i = 0; i < output.Length && (answersEach || position == positions - 1); i++)
            {
                var place = answersEach ? ((i / answer * positions) + position) * answer + (i % answer) : i;
                Assert.True(T.Abs(expected[place] - output[i]) <= tolerance, $"Position {position}, value {i}: {expected[place]} for the whole sequence, {output[i]} alone.");
            }
        }
    }

    private static float[] Values(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
