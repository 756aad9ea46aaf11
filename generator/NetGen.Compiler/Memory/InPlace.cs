using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>Elementwise values over lanes that may be written over one of their operands, element by element: the operand has its last reader in that very kernel, and lies as the value does.</summary>
internal static class InPlace
{
    /// <summary>Values, and what each could be written over, the largest first.</summary>
    public static IEnumerable<(Node Value, Node Over)> Candidates(Schedule schedule, IReadOnlyDictionary<Node, Lifetime> lifetimes) => schedule.Kernels.OfType<LaneLoopKernel>()
        .Where(kernel => kernel is { Clears: false, Loops: [{ Reduction: null, Adds: false }] } && lifetimes.ContainsKey(kernel.Target))
        .SelectMany(kernel => kernel.Loops[0].Operands.Select(operand => operand.Memory).Distinct()
            .Where(memory => lifetimes.TryGetValue(memory, out var over) && over.Last == lifetimes[kernel.Target].First && kernel.Loops[0].Operands.All(operand => operand.Memory != memory || LiesAs(operand.Node, kernel)))
            .Select(memory => (Value: kernel.Target, Over: memory)))
        .OrderByDescending(pair => lifetimes[pair.Value].Size).ThenBy(pair => lifetimes[pair.Value].First);

    /// <summary>Whether writing the value leaves alone what lies between its rows: a border that is not one of rows and columns is cleared together with everything else.</summary>
    private static bool HoldsItsBorder(Node value) => value.Lanes!.Size == value.Type.Shape.Count;

    private static bool LiesAs(Node operand, LaneLoopKernel kernel) => operand.Lanes is { } own && kernel.Loops[0].Target is var target
        && own.Size == target.Size && HoldsItsBorder(kernel.Target) && own.Offset == target.Offset && operand.Type.Shape == kernel.Loops[0].Space && own.Axes.Count == target.Axes.Count
        && own.Axes.Zip(target.Axes, (left, right) => left.SequenceEqual(right)).All(same => same);
}
