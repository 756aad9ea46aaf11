using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>Functions of three and of four arguments, some of them numbers that are broadcast, one read twice.</summary>
[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class ArgumentsNet
{
    [Dense(4), Tanh] Layer a, b, c;
    [Parameter(Value = 0.6)] Tensor share;
    [Parameter(4, Value = 0.4)] Tensor slope;

    Tensor Forward(Tensor x)
    {
        var (p, q, r) = (a(x), b(x), c(x));
        return Map(p, q, share, Mixed) + Map(p, r, slope, q, Curved) + Map(r, 0.5, r, Mixed);
    }

    [Elementwise] static Number Mixed(Number x, Number y, Number t) => (t * x) + ((1 - t) * MathN.Sin(y * t));

    [Elementwise]
    static Number Curved(Number x, Number y, Number z, Number w)
    {
        var r = MathN.Exp(z * y) + (w * w);
        return (x * y / (1 + r)) + MathN.Tanh(x - w);
    }
}

/// <summary>Powers of values by values, numbers and parameters; the error function; logarithms of softmax over either axis.</summary>
[Network(Precision = Tested.Precision), Input(3, 4), MeanSquaredError]
public partial class PowersNet
{
    [Dense(4)] Layer body;
    [Parameter(4, Value = 1.5)] Tensor exponent;

    Tensor Forward(Tensor x)
    {
        var h = body(x);
        var positive = Exp(0.3 * h) + 0.2;
        var powers = Pow(positive, exponent) + Pow(positive, Tanh(x)) + (0.1 * Pow(h, 3)) + Pow(1.5, h);
        return Erf(powers - 1) + LogSoftmax(h) + (0.5 * LogSoftmax(x * h, 0));
    }
}

/// <summary>The greatest value is taken away before <c>Exp</c>: it cancels, so that the gradient is right without its own.</summary>
[Network(Precision = Tested.Precision), Input(4), MeanSquaredError]
public partial class StableSoftmaxNet
{
    [Dense(5)] Layer scores;
    [Dense(5), Tanh, Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        var s = scores(x);
        var powers = Exp(s - Detach(Max(s, 0, true)));
        return head(powers / Sum(powers, 0, true));
    }
}

/// <summary>The derivative without the name of its class, by a value in the middle and by the input, both trained through.</summary>
[Network(Precision = Tested.Precision), Input(3), MeanSquaredError]
public partial class UnqualifiedGradientNet
{
    [Dense(5), Tanh] Layer lower;
    [Dense(4), Softplus, Dense(1)] Layer upper;

    Tensor Forward(Tensor x)
    {
        var h = lower(x);
        var u = upper(h);
        return Concat(Gradient(u, x), Gradient(u, h), u);
    }
}

/// <summary>A function of the user's within others: his derivative counts there too.</summary>
[Network(Precision = Tested.Precision), Input(4), MeanSquaredError]
public partial class NestedFunctionsNet
{
    [Dense(5), Apply(nameof(Outer))] Layer body;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = body(x);
        return head(Map(h, x[..1], Joined));
    }

    [Elementwise] static Number Bent(Number x) => MathN.Tanh(x) * x;

    [Derivative(nameof(Bent))]
    static Number BentSlope(Number x) => MathN.Tanh(x) + (x * (1 - (MathN.Tanh(x) * MathN.Tanh(x))));

    [Elementwise] static Number Outer(Number x, [Parameter(Value = 0.8)] Number scale) => Bent(scale * x) + ((Number)0.5 * Bent(Bent(x) - (Number)0.3));

    [Elementwise] static Number Joined(Number x, Number y) => y > 0 ? Bent(x * y) : Wrapped(x + y) * y;

    [Elementwise] static Number Wrapped(Number x) => 2 * Bent(x);
}
