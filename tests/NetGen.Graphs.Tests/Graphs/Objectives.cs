using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>Contrastive loss: Hadsell, Chopra, LeCun 2006.</summary>
[Network(Precision = Tested.Precision)]
public partial class SiameseNet
{
    [Dense(6), Tanh, Dense(3)] Layer embedding;

    (Tensor left, Tensor right) Forward([Input(5)] Tensor first, [Input(5)] Tensor second) => (embedding(first), embedding(second));

    [Loss]
    static Tensor Contrastive(Tensor left, Tensor right, [Input(1)] Tensor same)
    {
        var squared = Sum(Square(left - right));
        var missing = Maximum(4 - Sqrt(squared + 1e-6), 0);
        return (same * squared) + ((1 - same) * Square(missing));
    }
}

[Network(Precision = Tested.Precision), Input(6)]
[SoftmaxCrossEntropy(Output = 0, Weight = 0.5), MeanSquaredError(Output = 1, Weight = 2)]
public partial class MultiTaskNet
{
    [Dense(8), Tanh] Layer trunk;
    [Dense(3)] Layer kindHead;
    [Dense(4), Softplus, Dense(2)] Layer sizeHead;

    (Tensor kind, Tensor size) Forward(Tensor x)
    {
        var h = trunk(x);
        return (kindHead(h), sizeHead(h));
    }
}

/// <summary>Variational: Kingma and Welling 2013.</summary>
[Network(Precision = Tested.Precision), Input(6)]
public partial class VariationalNet
{
    [Dense(8), Tanh, Dropout(0.25)] Layer encoder;
    [Dense(3)] Layer meanHead, varianceHead;
    [Dense(7), SiLU, Dense(6)] Layer decoder;

    (Tensor reconstruction, Tensor mean, Tensor logVariance) Forward(Tensor x)
    {
        var h = encoder(x);
        var mean = meanHead(h);
        var logVariance = varianceHead(h);
        var z = mean + (Exp(0.5 * logVariance) * RandomNormal(3));
        return (decoder(Dropout(z, 0.1)), mean, logVariance);
    }

    [Loss]
    static Tensor Bound(Tensor reconstruction, Tensor mean, Tensor logVariance, Tensor target)
    {
        var divergence = -0.5 * Sum(1 + logVariance - Square(mean) - Exp(logVariance));
        return Sum(Square(reconstruction - target)) + divergence;
    }
}

/// <summary>A differential equation: u'' = −u where there are no measurements.</summary>
[Network(Precision = Tested.Precision), Input(1)]
public partial class PhysicsNet
{
    [Dense(6), Tanh, Dense(5), Tanh, Dense(1)] Layer solution;

    (Tensor u, Tensor residual) Forward(Tensor x)
    {
        var u = solution(x);
        var curvature = Ops.Gradient(Ops.Gradient(u, x), x);
        return (u, curvature + u);
    }

    [Loss]
    static Tensor Fit(Tensor u, Tensor residual, Tensor measured) => Sum(Square(u - measured)) + (0.1 * Sum(Square(residual)));
}

/// <summary>A critic whose slope is held at one: Gulrajani and others 2017.</summary>
[Network(Precision = Tested.Precision), Input(4)]
public partial class GradientPenaltyNet
{
    [Dense(6), SiLU, Dense(5), Tanh, Dense(1)] Layer critic;

    (Tensor score, Tensor slope) Forward(Tensor x)
    {
        var score = critic(x);
        return (score, Sqrt(Sum(Square(Ops.Gradient(score, x)), 0, keep: true) + 1e-8));
    }

    [Loss]
    static Tensor Critic(Tensor score, Tensor slope, Tensor sign) => Sum(score * sign) + (10 * Sum(Square(slope - 1)));
}

/// <summary>Three losses with weights: two of the user's, of all outputs, and one that stands at the class.</summary>
[Network(Precision = Tested.Precision), Input(4)]
[MeanSquaredError(Output = 1, Weight = 0.7)]
public partial class WeightedLossesNet
{
    [Dense(6), Tanh] Layer trunk;
    [Dense(2)] Layer first, second;

    (Tensor near, Tensor far) Forward(Tensor x)
    {
        var h = trunk(x);
        return (first(h), second(h));
    }

    [Loss(Weight = 0.3)] static Tensor Apart(Tensor near, Tensor far) => Sum(Exp(-Square(near - far)));

    [Loss(Weight = 2)] static Tensor Close(Tensor near, Tensor far, Tensor target) => Mean(Square(near - target));
}
