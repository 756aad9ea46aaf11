using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>How kernels over rows read their operands at an element: row and feature.</summary>
internal sealed class RowReader(GpuContext context, IReadOnlyDictionary<Node, string> names)
{
    public string Read(Node operand, string element, string row, string feature) => Placement.Of(operand) switch
    {
        Place.Panels => $"{names[operand]}[{element}]",
        Place.RowScalars or Place.RowWeights => $"{names[operand]}[{row}]",
        Place.Labels => $"({context.T}){names[operand]}[{row}]",
        Place.Parameter or Place.Fixed => $"{names[operand]}[{feature}]",
        Place.Constant => context.Constant(operand, feature),
        Place.Iota => $"({context.T}){KernelTexts.Wrap(feature)}",
        _ => throw new InvalidOperationException($"A kernel over rows cannot read {operand.Operation.Name}."),
    };
}
