using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG2001: the loss's own link function before the loss. softmax(softmax(x)) is nearly uniform and its gradient nearly zero; softmax(logsoftmax(x)) is softmax(x) again, computed twice.
/// NG2010: any other activation on what a loss takes as logits, any real numbers: a ReLU forbids the negative ones, a tanh keeps probabilities near each other.
/// NG2005: a ReLU on what is compared with numbers: where it is 0, nothing is learned; or a sigmoid on a single number, whose gradient vanishes where the answer is surely wrong.
/// </summary>
internal sealed class ActivatedOutputs(NetworkSpec spec) : HistoryRule
{
    public override bool Concerns(HashSet<string> kinds) => spec.Losses.Any(loss => loss.Kind != "Loss") && kinds.Any(IsActivation);

    public override void Leave(string? module, IReadOnlyList<Node> outputs)
    {
        if (module is not null)
        {
            return;
        }

        foreach (var loss in spec.Losses)
        {
            if (loss.Int("Output", 0) is var index and >= 0 && index < outputs.Count && ComputedBy(outputs[index]) is { } last && IsActivation(last.Kind)
                && Of(loss.Kind, last, outputs[index].Type.Shape) is { } complaint)
            {
                Report(last.At(complaint));
            }
        }
    }

    private static Complaint? Of(string loss, Maker last, Shape output) => loss switch
    {
        "SoftmaxCrossEntropy" or "KLDivergence" when last.Kind is "Softmax" or "LogSoftmax" => Doubled(loss, last),
        "BinaryCrossEntropy" when last.Kind == "Sigmoid" => Doubled(loss, last),
        "SoftmaxCrossEntropy" or "KLDivergence" or "BinaryCrossEntropy" or "Hinge" => new("NG2010", null,
            $"{last.Name} restricts what {loss} takes as logits, which are any real numbers: remove it; the loss applies its own link"),
        "MeanSquaredError" or "MeanAbsoluteError" or "Huber" when last.Kind == "ReLU" => new("NG2005", null,
            $"{last.Name} stands before {loss}: no answer is below 0, and where it is 0 nothing is learned any more; remove it, or use Softplus for numbers that are never negative"),
        "MeanSquaredError" or "MeanAbsoluteError" or "Huber" when last.Kind is "Sigmoid" or "HardSigmoid" && output.Count == 1 => new("NG2005", null,
            $"{last.Name} stands before {loss}: the gradient vanishes where the answer is surely wrong; remove it or, for a yes or no and for parts of 1, use BinaryCrossEntropy, which applies it"),
        _ => null,
    };

    private static Complaint Doubled(string loss, Maker last) => new("NG2001", null,
        $"{last.Kind} stands before {loss}, which applies it itself: train on logits and remove {last.Kind}; Predict returns probabilities all the same");
}
