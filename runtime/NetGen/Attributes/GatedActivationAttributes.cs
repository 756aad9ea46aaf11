namespace NetGen;

/// <summary>
/// <c>x Φ(x)</c> with the normal distribution function, <c>Φ(x) = (1 + erf(x / √2)) / 2</c>. Hendrycks and Gimpel 2016; <c>torch.nn.GELU</c>.
/// </summary>
public sealed class GELUAttribute : ActivationAttribute
{
    /// <summary>
    /// True for <c>x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2</c>, PyTorch's <c>approximate="tanh"</c> (default: false, the exact function).
    /// </summary>
    public bool Approximate { get; set; }
}

/// <summary><c>x / (1 + e⁻ˣ)</c>, also called swish. <c>torch.nn.SiLU</c>.</summary>
public sealed class SiLUAttribute : ActivationAttribute;

/// <summary><c>x tanh(log(1 + eˣ))</c>. Misra 2019; <c>torch.nn.Mish</c>.</summary>
public sealed class MishAttribute : ActivationAttribute;

/// <summary><c>x · min(max(x + 3, 0), 6) / 6</c>. Howard et al. 2019; <c>torch.nn.Hardswish</c>.</summary>
public sealed class HardSwishAttribute : ActivationAttribute;
