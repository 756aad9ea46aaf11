namespace NetGen;

/// <summary><c>max(x, 0)</c>; its derivative at 0 is 0. <c>torch.nn.ReLU</c>.</summary>
public sealed class ReLUAttribute : ActivationAttribute;

/// <summary><c>x</c> where <c>x &gt; 0</c>, <c>slope · x</c> elsewhere. <c>torch.nn.LeakyReLU</c>.</summary>
/// <param name="slope">The factor of negative values (default: 0.01).</param>
public sealed class LeakyReLUAttribute(double slope = 0.01) : ActivationAttribute
{
    /// <summary>The factor of negative values.</summary>
    public double Slope { get; } = slope;
}

/// <summary><c>x</c> where <c>x &gt; 0</c>, <c>α (eˣ - 1)</c> elsewhere. Clevert et al. 2015; <c>torch.nn.ELU</c>.</summary>
/// <param name="alpha">α (default: 1).</param>
public sealed class ELUAttribute(double alpha = 1) : ActivationAttribute
{
    /// <summary>α: minus the limit for large negative values.</summary>
    public double Alpha { get; } = alpha;
}

/// <summary>
/// <c>λ x</c> where <c>x &gt; 0</c>, <c>λ α (eˣ - 1)</c> elsewhere, with λ = 1.0507009873554805 and α = 1.6732632423543772.
/// Use <see cref="Initializer.LeCunNormal"/> before it. Klambauer et al. 2017; <c>torch.nn.SELU</c>.
/// </summary>
public sealed class SELUAttribute : ActivationAttribute;

/// <summary>
/// <c>x</c> where <c>x &gt; 0</c>, elsewhere <c>a x</c> with a trainable slope, one for all features unless <see cref="PerFeature"/>. He, Zhang, Ren, Sun 2015; <c>torch.nn.PReLU</c>.
/// </summary>
/// <param name="slope">The initial slope (default: 0.25).</param>
public sealed class PReLUAttribute(double slope = 0.25) : LayerAttribute
{
    /// <summary>The initial slope.</summary>
    public double Slope { get; } = slope;

    /// <summary>True for a slope per value of the last axis.</summary>
    public bool PerFeature { get; set; }

    /// <summary>True for a slope that training leaves as it is.</summary>
    public bool Frozen { get; set; }
}
