namespace NetGen.Graphs.Tests;

/// <summary>
/// Subjects of networks whose one input is of tokens. The tests that are shared with other networks draw numbers as inputs. A token tells in which part of the line a number
/// lies, so that a small change makes no difference, and the gradient by it is zero.
/// </summary>
internal static class TokenSubject
{
    public delegate Number[] PredictMember(ReadOnlySpan<int> inputs);

    public delegate PredictionTrace TraceMember(ReadOnlySpan<int> inputs);

    public delegate Number LossMember<TTarget>(ReadOnlySpan<int> inputs, ReadOnlySpan<TTarget> targets);

    public delegate Number GradientMember<TTarget>(ReadOnlySpan<int> inputs, ReadOnlySpan<TTarget> targets, Span<Number> gradients);

    public delegate void BackwardMember(ReadOnlySpan<int> inputs, ReadOnlySpan<Number> outputGradients, Span<Number> gradients);

    public delegate Number StepMember<TTarget>(ReadOnlySpan<int> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer);

    /// <typeparam name="TTarget">Labels or values.</typeparam>
    public static Subject Of<TTarget>(
        NetworkInfo info, ParameterSet<Number> parameters, INetwork network, PredictMember predict, PredictMember unfused, TraceMember trace, LossMember<TTarget> loss,
        GradientMember<TTarget> gradient, BackwardMember backward, StepMember<TTarget> step)
    {
        var tokens = new TokenBuffer(info.Inputs[0].Vocabulary);
        return new(info, parameters)
        {
            InputSizes = [info.InputSize],
            OutputSizes = [info.OutputSize],
            TargetSizes = [typeof(TTarget) == typeof(int) ? -info.OutputShape[^1] : info.OutputSize],
            Predict = x => [predict(tokens.Of(x[0]))],
            Unfused = x => [unfused(tokens.Of(x[0]))],
            Trace = x => trace(tokens.Of(x[0])),
            Loss = (x, t) => loss(tokens.Of(x[0]), Target<TTarget>(t[0])),
            Gradient = (x, t, g, gx) =>
            {
                Array.Clear(gx[0]);
                return gradient(tokens.Of(x[0]), Target<TTarget>(t[0]), g);
            },
            Backward = (x, gy, g, gx) =>
            {
                Array.Clear(gx[0]);
                backward(tokens.Of(x[0]), gy[0], g);
            },
            Step = (x, t, optimizer) => step(tokens.Of(x[0]), Target<TTarget>(t[0]), optimizer),
            Save = network.Save,
            Load = network.Load,
        };
    }

    private static TTarget[] Target<TTarget>(Number[] values) =>
        typeof(TTarget) == typeof(int) ? (TTarget[])(object)Subjects.Labels(values) : (TTarget[])(object)values;

    /// <summary>Tokens of numbers, in the same memory each time: what allocates is the network.</summary>
    private sealed class TokenBuffer(int vocabulary)
    {
        private readonly int _parts = 4 * Math.Max(1, vocabulary / 9);
        private int[] _tokens = [];

        public ReadOnlySpan<int> Of(Number[] numbers)
        {
            if (_tokens.Length < numbers.Length)
            {
                _tokens = new int[numbers.Length];
            }

            for (var i = 0; i < numbers.Length; i++)
            {
                _tokens[i] = (int)(Math.Abs((double)numbers[i]) * _parts) % vocabulary;
            }

            return _tokens.AsSpan(0, numbers.Length);
        }
    }
}
