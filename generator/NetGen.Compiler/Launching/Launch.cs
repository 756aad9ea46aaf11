using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Launching;

/// <summary>One start of the device: kernels that run without the host in between.</summary>
/// <param name="Name">The emitted method's name.</param>
/// <param name="Kind">How blocks share the work.</param>
/// <param name="Kernels">In order.</param>
public sealed record Launch(string Name, LaunchKind Kind, IReadOnlyList<Kernel> Kernels)
{
    /// <summary>True when the host leaves the launch out unless somebody asks for the gradient by the input.</summary>
    public bool OnlyForInputGradient => Kernels.All(kernel => kernel.OnlyForInputGradient);
}

/// <summary>How the blocks of a launch share the work.</summary>
public enum LaunchKind
{
    /// <summary>A block owns a few consecutive samples and runs one kernel after the other on them.</summary>
    Rows,

    /// <summary>One large product: a grid of tiles over rows and columns of the result.</summary>
    Tile,

    /// <summary>Sums over the batch, and copies into gradients: disjoint ranges of blocks work on different kernels.</summary>
    Sums,

    /// <summary>A single block: what is the same for all samples.</summary>
    Once,
}

/// <summary>The sum of a loss over all rows.</summary>
/// <param name="Rows">The loss of each row.</param>
/// <param name="Index">Which loss.</param>
public sealed record LossKernel(string Name, Node Rows, int Index) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override IEnumerable<Node> Reads => [Rows];

    public override IEnumerable<Node> Writes => [];
}

/// <summary>Zero for the gradient of a parameter that nothing depends on.</summary>
public sealed record NoGradientKernel(string Name, int Parameter) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override IEnumerable<Node> Reads => [];

    public override IEnumerable<Node> Writes => [];
}
