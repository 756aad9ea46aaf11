using NetGen.Runtime;

namespace NetGen;

/// <content>Derivatives.</content>
public static partial class Ops
{
    /// <summary>
    /// The gradient of the sum of <paramref name="y"/> by <paramref name="x"/>, which can itself be differentiated, to any order.
    /// <c>torch.autograd.grad(y.sum(), x, create_graph=True)</c>.
    /// </summary>
    /// <param name="y">Any values; of a batch, each sample's own by its own x.</param>
    /// <param name="x">What they were computed from: an input, a parameter or a value between. By a value without a batch, the gradient is summed over the samples.</param>
    /// <returns>The gradient, of the shape of <paramref name="x"/>; zeros where <paramref name="y"/> does not depend on it.</returns>
    /// <exception cref="NotSupportedException">On the way is an <see cref="ElementwiseAttribute"/> function that the compiler has not read.</exception>
    public static Tensor Gradient(Tensor y, Tensor x)
    {
        var ones = new double[y.Length];
        Array.Fill(ones, 1);
        return Tape.Pull(y, new Tensor(ones, y.Extents, y.Kind), x)[0];
    }
}
