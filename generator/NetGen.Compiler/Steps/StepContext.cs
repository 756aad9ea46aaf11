using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Steps;

/// <summary>An operation of <c>Ops</c> with its arguments, about to be added to the graph.</summary>
/// <param name="Graph">Gets the nodes.</param>
/// <param name="Step">The operation, its holes filled.</param>
/// <param name="Inputs">The tensors.</param>
/// <param name="Texts">How messages call them, with their shapes: <c>'x' [64]</c>.</param>
/// <param name="Training">Whether random operations are active.</param>
/// <param name="Functions">The user's scalar functions.</param>
/// <param name="NextStream">A stream of random numbers of its own.</param>
internal sealed record StepContext(
    GraphBuilder Graph, Step Step, IReadOnlyList<Node> Inputs, IReadOnlyList<string> Texts, bool Training, EquatableArray<FunctionSpec> Functions, Func<int> NextStream)
{
    public Node X => Inputs[0];

    public Shape Shape => Inputs[0].Type.Shape;

    /// <summary>The position of an axis, counted from the end where it is negative.</summary>
    public int Axis(string name, int otherwise, int input = 0)
    {
        var (axis, rank) = (Step.Int(name, otherwise), Inputs[input].Type.Shape.Rank);
        return axis >= -rank && axis < rank ? (axis + rank) % rank
            : throw new StepRefused("NG0005", Inv($"{Step.Operation} works along an axis from {-rank} to {rank - 1} of {Texts[input]}, not {axis}"));
    }

    /// <summary>Refuses shapes that do not broadcast.</summary>
    public void DemandBroadcast(string symbol)
    {
        var type = Inputs[0].Type;
        for (var i = 1; i < Inputs.Count; i++)
        {
            type = Broadcasting.Find(type, Inputs[i].Type)
                ?? throw new StepRefused($"{symbol} needs shapes that are equal, or 1 or missing where they differ, aligned at the last axis; it has {string.Join(" and ", Texts)}");
        }
    }
}
