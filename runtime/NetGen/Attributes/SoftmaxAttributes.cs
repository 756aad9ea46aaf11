namespace NetGen;

/// <summary>
/// <c>eˣⁱ / Σ eˣʲ</c> over the last axis, computed without overflow. <c>torch.nn.Softmax(dim=-1)</c>. Not wanted before a loss that owns it:
/// <see cref="SoftmaxCrossEntropyAttribute"/> and <see cref="KLDivergenceAttribute"/> take logits.
/// </summary>
public sealed class SoftmaxAttribute : ActivationAttribute;

/// <summary><c>x - log Σ eˣʲ</c> over the last axis, computed without overflow. <c>torch.nn.LogSoftmax(dim=-1)</c>.</summary>
public sealed class LogSoftmaxAttribute : ActivationAttribute;
