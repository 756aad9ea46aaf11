using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>How a kernel's method receives a value, and how its caller finds it.</summary>
/// <param name="Declaration">The parameter: <c>ref float dense1</c>.</param>
/// <param name="Source">The argument at the call, for samples from <c>from</c> on.</param>
internal sealed record Argument(string Declaration, string Source)
{
    /// <summary>The argument for a value of <paramref name="program"/>, from row <c>from · rows per sample</c> on.</summary>
    public static Argument Of(SimdContext context, ProgramPlan program, Node node, string name, string from)
    {
        var row = Scaled(from, node);
        return Placement.Of(node) switch
        {
            Place.Panels => new Argument($"ref {context.T} {name}", $"ref pass.Panels({program.Memory.Unit(node)}, {row})"),
            Place.RowScalars => new Argument($"ref {context.T} {name}", Inv($"ref pass.Scalars({program.Memory.Offsets[node]}, {row})")),
            Place.Lanes => new Argument($"ref {context.T} {name}", Lanes(program, node, from)),
            Place.Fixed => new Argument($"ref {context.T} {name}", Inv($"ref pass.Fixed({program.Memory.Offsets[node]})")),
            Place.Labels => new Argument($"ref int {name}", node.Operation is TargetOperation { Index: > 0 and var target } ? Inv($"ref pass.LabelOf({target}, {row})") : $"ref pass.Label({row})"),
            Place.RowWeights => new Argument($"ref {context.T} {name}", node.Operation is RowWeightOperation { Index: > 0 and var loss } ? Inv($"ref pass.RowWeightOf({loss}, {row})") : $"ref pass.RowWeight({row})"),
            Place.Parameter => new Argument($"ref {context.T} {name}", Inv($"ref pass.Parameter({KernelOffset(context, node)})")),
            _ => throw new InvalidOperationException($"{node.Operation.Name} is made in registers, not passed."),
        };
    }

    /// <summary>A value in lanes: of its block of samples or, where only its phase needs it, of the thread's own.</summary>
    public static string Lanes(ProgramPlan program, Node node, string from) => program.Memory.Brief.Contains(node)
        ? Inv($"ref pass.BriefLanes({program.Memory.Offsets[node]}, chunk)")
        : Inv($"ref pass.Lanes({program.Memory.Offsets[node]}, {from})");

    /// <summary>A count per sample times the rows of a sample.</summary>
    public static string Scaled(string perSample, Node node) => Scaled(perSample, node.Type.Rows);

    /// <inheritdoc cref="Scaled(string, Node)"/>
    public static string Scaled(string perSample, int rows) => rows == 1 ? perSample : Inv($"{perSample} * {rows}");

    /// <summary>True for values that a method gets as an argument, rather than making them itself.</summary>
    public static bool IsPassed(Node node) => Placement.Of(node) is not (Place.Iota or Place.Constant);

    private static int KernelOffset(SimdContext context, Node node) => node.Operation is BufferOperation buffer
        ? context.Plan.Buffers[buffer.Index].KernelOffset
        : context.Plan.Parameters[((ParameterOperation)node.Operation).Index].KernelOffset;
}
