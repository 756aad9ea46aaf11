using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Rows of a table by their numbers. Of a parameter they lie together in its transposed copy, [features/32][n][32]; any other table is a value in panels, which are the
/// same but for their last one.
/// </summary>
/// <param name="Table">What is picked from.</param>
/// <param name="Parameter">Index of the table among the parameters, or −1.</param>
/// <param name="Numbers">Which rows.</param>
public sealed record GatherKernel(string Name, Node Table, int Parameter, Node Numbers, Node Target) : Kernel(Name)
{
    public override IEnumerable<Operation> ParametersRead => Parameter < 0 ? [] : [new ParameterOperation(Parameter)];

    public override IEnumerable<Node> Reads => Parameter < 0 ? [Table, Numbers] : [Numbers];

    public override IEnumerable<Node> Writes => [Target];
}

/// <summary>Rows of the batch added up by their numbers: the gradient of a table, and its update while a block is hot; or an unbatched value.</summary>
/// <param name="Rows">What is added up.</param>
/// <param name="Numbers">Where to.</param>
/// <param name="Parameter">Index of the table among the parameters, or −1.</param>
/// <param name="Count">Rows of the result.</param>
/// <param name="Features">Features of a row.</param>
/// <param name="Padding">The number whose rows are left out, or −1.</param>
/// <param name="Target">The value that is kept, or null.</param>
public sealed record ScatterAddKernel(string Name, Node Rows, Node Numbers, int Parameter, int Count, int Features, int Padding, Node? Target = null) : Kernel(Name)
{
    public override bool SumsOverBatch => true;

    public override Operation? ParameterUpdated => Target is null ? new ParameterOperation(Parameter) : null;

    public override IEnumerable<Node> Reads => [Rows, Numbers];

    public override IEnumerable<Node> Writes => Target is null ? [] : [Target];
}

/// <summary>Makes the kernels that pick rows of tables.</summary>
internal static class TableFusion
{
    /// <summary>The parameter whose rows are picked where they lie, or null for a table that has to be in panels.</summary>
    public static ParameterOperation? TableOf(Node gather) =>
        Aliases.Resolve(gather.Inputs[0]) is { Operation: ParameterOperation parameter, Type.Shape.Rank: 2 } ? parameter : null;

    public static Kernel Gather(Node node) => new GatherKernel(
        KernelNames.Of(node), Aliases.Resolve(node.Inputs[0]), TableOf(node)?.Index ?? -1, Aliases.Resolve(node.Inputs[1]), node);

    /// <summary>The sum as a value, or the gradients of parameters that it is.</summary>
    public static IEnumerable<Kernel> ScatterAdd(Node node, Kept kept, GradientPlan gradients) => kept.Contains(node)
        ? [Make(KernelNames.Of(node), node, -1, node)]
        : gradients.DirectOf(node).Select(parameter => Make(KernelNames.GradientOf(parameter), node, ((ParameterOperation)parameter.Operation).Index, null));

    private static ScatterAddKernel Make(string name, Node node, int parameter, Node? target) => new(
        name, Aliases.Resolve(node.Inputs[0]), Aliases.Resolve(node.Inputs[1]), parameter, node.Type.Shape[0], node.Type.Last, ((ScatterAddOperation)node.Operation).Padding, target);
}
