using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>
/// Which values lie in lanes: in programs with windows, what is made of images. Everything else lies in rows; so does what a window sees where only kernels over rows use it.
/// </summary>
internal static class LaneRegion
{
    public static HashSet<Node> Of(TensorProgram program)
    {
        var region = new HashSet<Node>();
        if (!program.Nodes.Any(node => node.Operation is PatchesOperation or FoldOperation))
        {
            return region;
        }

        foreach (var node in program.Nodes.Where(node => Belongs(node, region)))
        {
            region.Add(node);
        }

        // What is computed for images alone, such as the share of each position in a mean, is best computed where they lie.
        var users = program.Nodes.SelectMany(node => node.Inputs.Select(input => (input, node))).ToLookup(pair => pair.input, pair => pair.node);
        foreach (var node in program.Nodes.Reverse().Where(node => node is { Operation: MapOperation, Type: { Batched: true, Shape.Rank: 2 } } && users[node].Any() && users[node].All(region.Contains)
            && node.Inputs.All(input => !input.Type.Batched || IsOfImages(input))))
        {
            region.Add(node);
        }

        // Windows for the kernels of rows are best laid out by these.
        foreach (var node in program.Nodes.Where(node => node.Operation is PatchesOperation && region.Contains(node) && LeavesOnly(node, region, users)).ToList())
        {
            Drop(node, region, users);
        }

        return region;
    }

    /// <summary>True for operations that only walk otherwise through what is there.</summary>
    public static bool IsWalk(Node node) => node.Operation is DetachOperation or ReshapeOperation or TransposeOperation or SliceOperation or PatchesOperation;

    private static bool Belongs(Node node, HashSet<Node> region)
    {
        if (!node.Type.Batched || Aliases.IsGiven(node))
        {
            return false;
        }

        var joins = node.Inputs.Any(region.Contains);
        var rank = node.Type.Shape.Rank;
        return node.Operation switch
        {
            DetachOperation or ReshapeOperation => joins || (rank >= 3 && !Placement.IsPerRow(node)),
            PatchesOperation or FoldOperation => true,
            MatMulOperation => rank == 3 && ProductRule.IsByWeight(node),
            MapOperation or ReduceAxisOperation or ReduceOperation { Axis: Axis.Last } =>
                (rank >= 3 || (rank == 2 && joins)) && node.Inputs.All(input => !input.Type.Batched || IsOfImages(input)),
            TransposeOperation or SliceOperation or PadOperation or ConcatOperation => rank >= 3 || (rank == 2 && joins),
            _ => false,
        };
    }

    // Numbers per row have a place of their own, and the losses that use them are kernels over rows.
    private static bool IsOfImages(Node input) => Aliases.Resolve(input).Operation is not (RowWeightOperation or TargetOperation { Labels: true });

    private static bool LeavesOnly(Node node, HashSet<Node> region, ILookup<Node, Node> users) =>
        users[node].All(user => (IsWalk(user) && LeavesOnly(user, region, users)) || !(region.Contains(user) || user.Operation is MatMulOperation { TransposeLeft: true } or ReduceOperation or SumBatchOperation));

    private static void Drop(Node node, HashSet<Node> region, ILookup<Node, Node> users)
    {
        region.Remove(node);
        foreach (var user in users[node].Where(user => IsWalk(user) && region.Contains(user)))
        {
            Drop(user, region, users);
        }
    }
}
