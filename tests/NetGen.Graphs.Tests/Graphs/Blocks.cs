using static NetGen.Hole;
using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>Srivastava, Greff, Schmidhuber 2015.</summary>
[Block]
public partial class HighwayStep
{
    [Dense(A), Tanh] Layer transform;
    [Dense(A), Sigmoid] Layer gate;

    Tensor Forward(Tensor x)
    {
        var t = gate(x);
        return (t * transform(x)) + ((1 - t) * x);
    }
}

/// <summary>Steps by a loop; odd ones are skipped over.</summary>
[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class HighwayNet
{
    private const int Count = 3;

    [Block<HighwayStep>(6, Repeat = Count)] Layer[] steps;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        for (var i = 0; i < Count; i++)
        {
            if (i % 2 == 1)
            {
                x = x + steps[i](x);
            }
            else
            {
                x = steps[i](x);
            }
        }

        return head(x);
    }
}

[Block]
public partial class Bottleneck
{
    [Dense(B), Tanh, Dense(A)] Layer body;

    internal Tensor Forward(Tensor x) => SiLU(body(x));
}

/// <summary>Residuals one by one, the first of them twice.</summary>
[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class RefiningNet
{
    [Dense(6)] Layer stem;
    [Residual<Bottleneck>(6, 3, Repeat = 3)] Layer[] refinements;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = stem(x);
        foreach (var refinement in refinements)
        {
            h = Tanh(refinement(h));
        }

        return head(h - refinements[0](h));
    }
}

[Block]
public partial class Stage
{
    [Dense(A), ELU] Layer stem;
    [Residual<Bottleneck>(A, A / 2, Repeat = 2), LayerNorm] Layer body;

    Tensor Forward(Tensor x) => body(stem(x));
}

[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class NestedNet
{
    [Block<Stage>(8)] Layer wide;
    [Block<Stage>(4), Dense(3)] Layer narrow;

    Tensor Forward(Tensor x) => narrow(wide(x));
}

/// <summary>Two inputs: called through its Forward.</summary>
[Block]
public partial class Merge
{
    [Dense(A)] Layer left, right;

    internal Tensor Forward(Tensor x, Tensor y) => Tanh(left(x) * right(y));
}

[Network(Precision = Tested.Precision), Input(4), MeanSquaredError]
public partial class EncoderNet
{
    [Dense(6), Mish, Dense(5)] Layer body;

    Tensor Forward(Tensor x) => body(x);
}

/// <summary>Another network, its loss left out, and a block of two inputs, both used twice.</summary>
[Network(Precision = Tested.Precision), MeanSquaredError]
public partial class ComposedNet
{
    [Block<EncoderNet>] Layer encoder;
    [Block<Merge>(3)] Merge merge;

    Tensor Forward([Input(4)] Tensor a, [Input(4)] Tensor b)
    {
        var (x, y) = (encoder(a), encoder(b));
        return merge.Forward(x, y) - merge.Forward(y, x);
    }
}
