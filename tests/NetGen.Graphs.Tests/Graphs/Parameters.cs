using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>Raw parameters elementwise, as a number, on either side of products, of three axes, and among themselves.</summary>
[Network(Precision = Tested.Precision), Input(3, 4), MeanSquaredError]
public partial class RawParametersNet
{
    [Parameter(Value = 0.7)] Tensor scale;
    [Parameter(4)] Tensor shift;
    [Parameter(2, 3)] Tensor left;
    [Parameter(4, 5)] Tensor right;
    [Parameter(2, 5, 3)] Tensor each;
    [Parameter(3)] Tensor weights;

    Tensor Forward(Tensor x)
    {
        var h = MatMul(MatMul(left, (scale * x) + shift), right);
        var products = MatMul(Reshape(h, 2, 1, 5), each);
        var share = Softmax(weights * weights);
        return Reshape(products, 2, 3) * share / (1 + Square(scale));
    }
}

[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class SlopesNet
{
    [Parameter(4, Value = 0.2)] Tensor slope;
    [Dense(4), PReLU, Dense(4), PReLU(0.1, PerFeature = true), Dense(4)] Layer body;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x) => head(PReLU(body(x), slope));
}

[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class FunctionsNet
{
    [Dense(6), Apply(nameof(Swish)), Dense(6), Apply(nameof(Clamped))] Layer body;
    [Dense(6), Apply(typeof(Shared), nameof(Shared.Bump))] Layer other;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var (a, b) = (body(x), other(x));
        return head(Map(a, b, Joined) + Map(x[0..1], Bent));
    }

    [Elementwise] static Number Swish(Number x, [Parameter(Value = 1.3)] Number beta) => x / (1 + MathN.Exp(-beta * x));

    [Elementwise] static Number Clamped(Number x) => x > 1 ? 1 + Half(x - 1) : x < -1 ? -1 + Half(x + 1) : x;

    [Elementwise] static Number Half(Number x) => x / 2;

    [Elementwise]
    static Number Joined(Number x, Number y)
    {
        var r = MathN.Sqrt((x * x) + (y * y) + 1);
        return (MathN.Sin(x) * MathN.Cos(y) / r) + MathN.Log(r);
    }

    [Elementwise] static Number Bent(Number x) => MathN.Tanh(x) * x;

    /// <summary>The same function, simplified by hand.</summary>
    [Derivative(nameof(Bent))]
    static Number BentSlope(Number x) => MathN.Tanh(x) + (x * (1 - (MathN.Tanh(x) * MathN.Tanh(x))));
}

/// <summary>Functions for several networks.</summary>
public static class Shared
{
    [Elementwise] public static Number Bump(Number x) => MathN.Exp(-x * x);
}

/// <summary>Helper methods, tuples, local functions, an array of names in a loop.</summary>
[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class HelpersNet
{
    [Dense(6), Tanh] Layer a, b;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        Tensor Mixed(Tensor u, Tensor v, double share) => (share * u) + ((1 - share) * v);

        var (low, high) = Halves(a(x));
        var sum = low;
        foreach (var share in new[] { 0.25, 0.5 })
        {
            sum = sum + Mixed(Normalised(high), low, share);
        }

        sum *= 0.5;
        return head(Concat(sum, Normalised(b(x))));
    }

    static (Tensor Low, Tensor High) Halves(Tensor x) => (x[..3], x[3..]);

    Tensor Normalised(Tensor x)
    {
        var centred = x - Mean(x, 0, true);
        return centred / Sqrt(Mean(Square(centred), 0, true) + 1e-3);
    }
}
