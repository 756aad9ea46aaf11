namespace NetGen;

/// <summary>The hyperbolic tangent. <c>torch.nn.Tanh</c>.</summary>
public sealed class TanhAttribute : ActivationAttribute;

/// <summary><c>1 / (1 + e⁻ˣ)</c>. <c>torch.nn.Sigmoid</c>.</summary>
public sealed class SigmoidAttribute : ActivationAttribute;

/// <summary><c>min(max(x + 3, 0), 6) / 6</c>. <c>torch.nn.Hardsigmoid</c>.</summary>
public sealed class HardSigmoidAttribute : ActivationAttribute;

/// <summary><c>log(1 + eˣ)</c>, computed without overflow. <c>torch.nn.Softplus</c> with β = 1.</summary>
public sealed class SoftplusAttribute : ActivationAttribute;
