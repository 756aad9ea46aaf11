using static NetGen.Ops;

namespace NetGen.Fitting.Tests.Several;

// A loss over values and one over labels, and dropout, whose generator has a state.
[Network]
[MeanSquaredError(Output = 0)]
[SoftmaxCrossEntropy(Output = 1, Weight = 0.5)]
public partial class PairNet
{
    [Dense(12), Tanh, Dropout(0.1)] private Layer face;
    [Dense(12), Tanh] private Layer voice;
    [Dense(2)] private Layer age;
    [Dense(3)] private Layer mood;

    private (Tensor Age, Tensor Mood) Forward([Input(4)] Tensor image, [Input(3)] Tensor sound)
    {
        var both = Concat(face(image), voice(sound));
        return (age(both), mood(both));
    }
}

// The same without dropout, in double precision, to compare with differences.
[Network(Precision = Precision.Double)]
[MeanSquaredError(Output = 0)]
[SoftmaxCrossEntropy(Output = 1, Weight = 0.5)]
public partial class ExactPairNet
{
    [Dense(6), Tanh] private Layer face, voice;
    [Dense(2)] private Layer age;
    [Dense(3)] private Layer mood;

    private (Tensor Age, Tensor Mood) Forward([Input(4)] Tensor image, [Input(3)] Tensor sound)
    {
        var both = face(image) * voice(sound);
        return (age(both), mood(both));
    }
}

// Two inputs, one answer.
[Network, SoftmaxCrossEntropy]
public partial class TwoInputNet
{
    [Dense(12), Tanh] private Layer first, second;
    [Dense(3)] private Layer head;

    private Tensor Forward([Input(4)] Tensor left, [Input(3)] Tensor right) => head(Concat(first(left), second(right)));
}

// Labels alone.
[Network, Input(7)]
[SoftmaxCrossEntropy(Output = 0)]
[SoftmaxCrossEntropy(Output = 1)]
public partial class TwoLabelsNet
{
    [Dense(8), Tanh] private Layer trunk;
    [Dense(3)] private Layer kind;
    [Dense(2)] private Layer sign;

    private (Tensor Kind, Tensor Sign) Forward(Tensor x)
    {
        var h = trunk(x);
        return (kind(h), sign(h));
    }
}

// A label per position.
[Network, SoftmaxCrossEntropy]
public partial class PositionsNet
{
    [Dense(4)] private Layer head;

    private Tensor Forward([Input(2, 3)] Tensor left, [Input(2, 3)] Tensor right) => head(left * right);
}

// A loss without a target: there is no data set for it.
[Network, Input(3)]
public partial class TargetlessNet
{
    [Dense(2)] private Layer layers;

    private Tensor Forward(Tensor x) => layers(x);

    [Loss]
    private static Tensor Size(Tensor y) => Sum(Square(y));
}
