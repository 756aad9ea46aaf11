namespace NetGen;

/// <summary><c>(x - t)²</c>, mean over the outputs. Targets are <see cref="float"/>, one per output. No link. <c>torch.nn.MSELoss</c>.</summary>
public sealed class MeanSquaredErrorAttribute : LossFunctionAttribute;

/// <summary>
/// <c>|x - t|</c>, mean over the outputs; its derivative at 0 is 0. Targets are <see cref="float"/>, one per output. No link. <c>torch.nn.L1Loss</c>.
/// </summary>
public sealed class MeanAbsoluteErrorAttribute : LossFunctionAttribute;

/// <summary>
/// <c>d² / 2</c> where <c>|d| &lt; δ</c>, <c>δ (|d| - δ / 2)</c> elsewhere, with <c>d = x - t</c>; mean over the outputs. Targets are
/// <see cref="float"/>, one per output. No link. <c>torch.nn.HuberLoss</c>.
/// </summary>
/// <param name="delta">δ, positive (default: 1).</param>
public sealed class HuberAttribute(double delta = 1) : LossFunctionAttribute
{
    /// <summary>δ: where the parabola becomes a line.</summary>
    public double Delta { get; } = delta;
}
