using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What the kernel of an optimizer's rule is told: the constants of one step for one group of parameters.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public record struct GpuUpdate<T>
    where T : unmanaged
{
    /// <summary>Values of all parameters with padding.</summary>
    public int Length { get; set; }

    /// <summary>Copies of the gradient that are to be added up.</summary>
    public int Slices { get; set; }

    /// <summary>The group of parameters that is updated.</summary>
    public int Group { get; set; }

    /// <summary>Values of a gradient are clipped to plus and minus this.</summary>
    public T Limit { get; set; }

    /// <summary>The norm that a gradient is clipped to; 0: it is not clipped by norm.</summary>
    public T NormLimit { get; set; }

    /// <summary>The factor of sign(p) in the gradient.</summary>
    public T L1 { get; set; }

    /// <summary>What decoupled decay beside the rule leaves of a parameter.</summary>
    public T Apart { get; set; }

    /// <summary>The learning rate; of Adam that with its bias correction.</summary>
    public T Rate { get; set; }

    /// <summary>The factor of the parameter in its gradient (L2).</summary>
    public T Decay { get; set; }

    /// <summary>What the rule's own decoupled decay leaves of a parameter.</summary>
    public T Shrink { get; set; }

    /// <summary>β₁, α or the momentum.</summary>
    public T First { get; set; }

    /// <summary>1 - β₁, 1 - α, or what dampening leaves of a gradient.</summary>
    public T FirstRest { get; set; }

    /// <summary>β₂, or the momentum beside α.</summary>
    public T Second { get; set; }

    /// <summary>1 - β₂.</summary>
    public T SecondRest { get; set; }

    /// <summary>ε.</summary>
    public T Epsilon { get; set; }

    /// <summary>1 / √(1 - β₂ᵗ).</summary>
    public T InverseRoot { get; set; }

    /// <summary>What an accumulated gradient is divided by.</summary>
    public T Divisor { get; set; }

    /// <summary>1 if something is accumulated already, else 0.</summary>
    public int Kept { get; set; }
}
