using NetGen;
using static NetGen.Ops;

namespace CustomMath;

/// <summary>How large something can become: nine times out of ten it stays below what this network says.</summary>
[Network, Input(1)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(1)]
public partial class QuantileNet
{
    /// <summary>How often the truth shall lie below the answer.</summary>
    internal const double Level = 0.9;

    /// <summary>
    /// The pinball loss: an answer that is too low costs <see cref="Level"/> times what is missing, one that is too high the rest times what is too much. It is smallest in the
    /// mean where the truth lies below the answer that often. Koenker and Bassett 1978, "Regression quantiles".
    /// </summary>
    /// <param name="output">What the network answers.</param>
    /// <param name="target">The truth, of the same shape.</param>
    /// <returns>One number per sample.</returns>
    [Loss]
    private static Tensor Pinball(Tensor output, Tensor target)
    {
        var missing = target - output;
        return Mean(Maximum(Level * missing, (Level - 1) * missing));
    }
}
