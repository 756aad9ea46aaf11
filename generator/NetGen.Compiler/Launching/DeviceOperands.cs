using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Launching;

/// <summary>Everything that a kernel reads on the device, given values and parameters included.</summary>
internal static class DeviceOperands
{
    public static IEnumerable<Node> Of(Kernel kernel) => kernel.Reads.Concat(kernel switch
    {
        MatMulKernel product => product.Bias is null ? product.Operands : product.Operands.Append(product.Bias),
        RowKernel row => row.Operands.Where(operand => !row.Sweeps.SelectMany(sweep => sweep.Produces).Contains(operand)),
        VectorGradientKernel vector => vector.Operands,
        GatherKernel gather => [gather.Table],
        LoopKernel loop => loop.Operands.Select(operand => operand.Node),
        _ => [],
    });
}
