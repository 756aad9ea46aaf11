using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>By hand, with weights that are raw parameters.</summary>
[Network(Precision = Tested.Precision), Input(4, 6), MeanSquaredError]
public partial class HandwrittenAttentionNet
{
    [Parameter(6, 5)] Tensor queries;
    [Parameter(6, 5)] Tensor keys;
    [Parameter(6, 3)] Tensor values;

    Tensor Forward(Tensor x)
    {
        var scores = MatMul(MatMul(x, queries), Transpose(MatMul(x, keys))) / Math.Sqrt(5);
        return MatMul(Softmax(scores), MatMul(x, values));
    }
}

/// <summary>Across two sequences of different lengths.</summary>
[Network(Precision = Tested.Precision), MeanSquaredError]
public partial class CrossAttentionNet
{
    [Dense(4)] Layer queries, keys;
    [Dense(6)] Layer values;

    Tensor Forward([Input(3, 5)] Tensor x, [Input(4, 2)] Tensor memory) => Attention(queries(x), keys(memory), values(memory), heads: 2);
}

[Network(Precision = Tested.Precision), Input(5, 4), SoftmaxCrossEntropy]
public partial class CausalAttentionNet
{
    [Dense(4)] Layer queries, keys, values, output;
    [LayerNorm, Dense(8), GELU, Dense(4)] Layer mixer;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        x = x + output(Attention(queries(x), keys(x), values(x), heads: 2, causal: true));
        return head(x + mixer(x));
    }
}

[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class MixtureOfExpertsNet
{
    [Dense(2), Softmax] Layer gate;
    [Dense(5), Tanh, Dense(3)] Layer first, second;

    Tensor Forward(Tensor x)
    {
        var g = gate(x);
        return (g[0..1] * first(x)) + (g[^1..] * second(x));
    }
}

/// <summary>The weights of the second layer are calculated from another input, per sample.</summary>
[Network(Precision = Tested.Precision), MeanSquaredError]
public partial class HypernetworkNet
{
    [Dense(5), Tanh, Dense(15)] Layer generator;
    [Dense(5), Tanh] Layer body;

    Tensor Forward([Input(4)] Tensor x, [Input(3)] Tensor context) => MatMul(body(x), Reshape(generator(context), 5, 3));
}

/// <summary>The weights are a mixture of those in a bank.</summary>
[Network(Precision = Tested.Precision), Input(4), MeanSquaredError]
public partial class WeightBankNet
{
    [Parameter(3, 4, 2)] Tensor bank;
    [Parameter(3)] Tensor sharpness;
    [Dense(3)] Layer mixer;

    Tensor Forward(Tensor x)
    {
        var share = Softmax(mixer(x) * Exp(sharpness));
        var weights = Sum(Reshape(share, 3, 1, 1) * bank, 0);
        return MatMul(x, weights);
    }
}
