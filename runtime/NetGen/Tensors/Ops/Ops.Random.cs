using NetGen.Runtime;

namespace NetGen;

/// <content>What training draws and evaluation does not.</content>
public static partial class Ops
{
    /// <summary>
    /// In training, zero with the given probability and else <c>x / (1 - rate)</c>; in evaluation mode, in which the operations run here, <c>x</c>.
    /// Srivastava et al. 2014; <c>torch.nn.functional.dropout</c>.
    /// </summary>
    /// <param name="x">The values.</param>
    /// <param name="rate">The probability, at least 0 and below 1 (default: 0.5).</param>
    /// <returns>The result, of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not in this range.</exception>
    public static Tensor Dropout(Tensor x, double rate = 0.5) => rate is >= 0 and < 1
        ? x
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "a dropout rate is at least 0 and below 1");

    /// <summary>
    /// In training, independent standard normal numbers for each sample, <c>torch.randn</c>; in evaluation mode, in which the operations run here, their mean, 0, so that a
    /// prediction is always the same.
    /// </summary>
    /// <param name="dims">The shape of a sample.</param>
    /// <returns>The numbers; here zeros, without a batch, which are broadcast to one.</returns>
    public static Tensor RandomNormal(params int[] dims)
    {
        var extents = new Extents([.. dims], 0);
        return new Tensor(new double[extents.Length], extents, null);
    }
}
