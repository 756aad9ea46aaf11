namespace NetGen;

/// <content>Probabilities.</content>
public static partial class Ops
{
    /// <summary><c>exp(xᵢ) / Σⱼ exp(xⱼ)</c> along an axis, with the largest value subtracted first. <c>torch.softmax</c>.</summary>
    /// <param name="x">The logits.</param>
    /// <param name="axis">The axis, without the batch (default: the last).</param>
    /// <returns>Numbers that sum to 1 along the axis, of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor Softmax(Tensor x, int axis = -1)
    {
        var e = Exp(FromLargest(x, axis));
        return e / Sum(e, axis, keep: true);
    }

    /// <summary>The logarithm of the softmax, without computing that: <c>xᵢ - log Σⱼ exp(xⱼ)</c>. <c>torch.log_softmax</c>.</summary>
    /// <param name="x">The logits.</param>
    /// <param name="axis">The axis, without the batch (default: the last).</param>
    /// <returns>Logarithms of probabilities, of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor LogSoftmax(Tensor x, int axis = -1)
    {
        var distance = FromLargest(x, axis);
        return distance - Log(Sum(Exp(distance), axis, keep: true));
    }

    // Both functions are the same for all shifts of x, so the shift has no part in the derivative.
    private static Tensor FromLargest(Tensor x, int axis) => x - Detach(Max(x, axis, keep: true));
}
