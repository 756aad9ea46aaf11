using NetGen;
using static NetGen.Ops;

namespace CustomMath;

/// <summary>
/// A weight on a damped spring, <c>u'' + 2 δ u' + ω² u = 0</c>, pulled to 1 and let go: <c>u(0) = 1, u'(0) = 0</c>. The network is its displacement over time. It is trained
/// without any data: by how far it is from obeying the equation. Raissi, Perdikaris and Karniadakis 2019, "Physics-informed neural networks".
/// </summary>
[Network(Precision = Precision.Double), Input(1)]
public partial class OscillatorNet
{
    /// <summary>δ, in 1/s.</summary>
    internal const double Damping = 0.4;

    /// <summary>ω, in radians per second.</summary>
    internal const double Frequency = 3;

    [Dense(32), Apply(nameof(Sine)), Dense(32), Apply(nameof(Sine)), Dense(1)]
    private readonly Layer free;

    /// <summary>The displacement at a time, and what is left of the equation there: 0 where it holds.</summary>
    /// <param name="t">The time in seconds.</param>
    private (Tensor Displacement, Tensor Residual) Forward(Tensor t)
    {
        // However the layers are trained, this begins at 1 and at rest: tanh² t has the value and the slope 0 at 0. Lagaris, Likas and Fotiadis 1998.
        var u = 1 + (Square(Tanh(t)) * free(t));
        var velocity = Gradient(u, t);
        var acceleration = Gradient(velocity, t);
        return (u, acceleration + (2 * Damping * velocity) + (Frequency * Frequency * u));
    }

    /// <summary>A loss without target: all that is wanted is that the equation holds. Its derivative by the weights is the third one of the network.</summary>
    [Loss]
    private static Tensor Equation(Tensor displacement, Tensor residual) => Mean(Square(residual));

    // What swings is made of what swings: with tanh instead it takes several times as many steps.
    [Elementwise]
    private static double Sine(double x) => Math.Sin(x);
}
