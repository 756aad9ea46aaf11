namespace NetGen.Compiler.Graph;

/// <summary>Leaves out what no output depends on.</summary>
internal static class Pruning
{
    public static TensorProgram Prune(TensorProgram program)
    {
        var needed = new HashSet<Node>(program.Outputs.Select(output => output.Value));
        foreach (var node in program.Nodes.Reverse())
        {
            if (needed.Contains(node))
            {
                needed.UnionWith(node.Inputs);
            }
        }

        // Parameters stay: gradients are named after them.
        return program with { Nodes = program.Nodes.Where(node => needed.Contains(node) || node.Operation is ParameterOperation).ToList() };
    }
}
