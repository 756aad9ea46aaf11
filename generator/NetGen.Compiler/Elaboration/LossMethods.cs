using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>Runs the user's losses.</summary>
internal static class LossMethods
{
    /// <summary>The shape of the target, or an empty one where there is none.</summary>
    public static Shape TargetOf(LossMethodSpec method, IReadOnlyList<Shape> outputs) => !method.HasTarget ? new Shape(0) : method.Target ?? outputs[0];

    /// <summary>The loss of each sample, of shape [1], from given outputs; for checks alone, these are inputs.</summary>
    public static Node Build(NetworkSpec spec, GraphBuilder graph, LossMethodSpec method, IReadOnlyList<Shape> outputs, bool training) =>
        Build(spec, graph, method, [.. outputs.Select((shape, index) => graph.Input(shape, index))], target: 0, training);

    /// <summary>The loss of each sample, of shape [1].</summary>
    public static Node Build(NetworkSpec spec, GraphBuilder graph, LossMethodSpec method, IReadOnlyList<Node> outputs, int target, bool training)
    {
        var inputs = outputs.ToList();
        if (method.HasTarget)
        {
            inputs.Add(graph.Target(TargetOf(method, [.. outputs.Select(output => output.Type.Shape)]), labels: false, target));
        }

        if (method.Body.Inputs.Count != inputs.Count)
        {
            throw Wrong(method, Inv($"the loss '{method.Name}' takes {method.Body.Inputs.Count} tensors; it gets all {outputs.Count} outputs and, if it wants one, a target"));
        }

        var result = Elaborator.RunMethod(spec, graph, method, inputs, training);
        return result.Type is { Batched: true, Shape.Count: 1 }
            ? graph.Reshape(result, new Shape(1))
            : throw Wrong(method, $"the loss '{method.Name}' returns {result.Type.Shape} per sample; a loss is one number per sample: sum or average over the axes");
    }

    private static ProblemFound Wrong(LossMethodSpec method, string message) =>
        new(new Problem("NG1001", Problem.Class, null, message) { Method = method.Name, Step = Math.Max(0, method.Body.Steps.Count - 1) });
}
