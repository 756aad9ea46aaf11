using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Review;

/// <summary>NG2004: a softmax over an axis of one entry, which is 1 whatever comes in, and whose gradient is 0.</summary>
internal sealed class LonelySoftmax : TrainingRule
{
    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Softmax") || kinds.Contains("LogSoftmax");

    public override void Layer(LayerUse use)
    {
        if (use.Spec.Kind is "Softmax" or "LogSoftmax" && use.Input.Type.Shape.Last == 1)
        {
            Report(use.At(Lonely(use.Spec.Kind, $"'{use.Name}'", use.Input)));
        }
    }

    public override void Operation(OperationUse use)
    {
        if (use.Step.Operation is not ("Softmax" or "LogSoftmax"))
        {
            return;
        }

        var shape = use.Inputs[0].Type.Shape;
        var axis = use.Step.Int("Axis", -1);
        axis += axis < 0 ? shape.Rank : 0;
        if (axis >= 0 && axis < shape.Rank && shape[axis] == 1)
        {
            Report(use.At(Lonely(use.Step.Operation, "this " + use.Step.Operation, use.Inputs[0])));
        }
    }

    private static Complaint Lonely(string kind, string name, Node input) => new("NG2004", null,
        $"{name} compares the entries of an axis that has only one ({input.Type.Shape}): its result is always {(kind == "Softmax" ? "1" : "0")} and nothing is learned through it; use Sigmoid for a yes or no, or one output per class");
}
