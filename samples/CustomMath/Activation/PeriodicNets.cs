using NetGen;

namespace CustomMath;

/// <summary>A network with an activation that NetGen does not have.</summary>
[Network, Input(1)]
[Dense(32), Apply(nameof(Snake))]
[Dense(32), Apply(nameof(Snake))]
[Dense(1), MeanSquaredError]
public partial class SnakeNet
{
    /// <summary>
    /// <c>x + sin²(a x) / a</c>: grows like x and waves on the way. Ziyin, Hartwig and Ueda 2020, "Neural networks fail to learn periodic functions and how to fix it".
    /// </summary>
    /// <remarks>
    /// Plain C#, for one number. The compiler derives it by <paramref name="x"/> and by <paramref name="a"/> and computes eight or sixteen numbers at a time.
    /// </remarks>
    /// <param name="x">What the layer before yields.</param>
    /// <param name="a">How dense the waves are: learned, one number for each <c>Apply</c>, called <c>apply1.a</c> and <c>apply2.a</c>.</param>
    [Elementwise]
    private static float Snake(float x, [Parameter(Value = 1)] float a)
    {
        var sine = MathF.Sin(a * x);
        return x + sine * sine / a;
    }
}

/// <summary>The same with ReLU, to compare with.</summary>
[Network, Input(1)]
[Dense(32), ReLU]
[Dense(32), ReLU]
[Dense(1), MeanSquaredError]
public partial class ReluNet;
