using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG2010: an activation on what a loss takes as logits, any real numbers: a ReLU forbids the negative ones, a tanh keeps probabilities near each other. The loss's own link is NG2001.
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
        "SoftmaxCrossEntropy" or "KLDivergence" when last.Kind is "Softmax" or "LogSoftmax" => null,
        "BinaryCrossEntropy" when last.Kind == "Sigmoid" => null,
        "SoftmaxCrossEntropy" or "KLDivergence" or "BinaryCrossEntropy" or "Hinge" => new("NG2010", null,
            $"{last.Name} restricts what {loss} takes as logits, which are any real numbers: remove it; the loss applies its own link"),
        "MeanSquaredError" or "MeanAbsoluteError" or "Huber" when last.Kind == "ReLU" => new("NG2005", null,
            $"{last.Name} stands before {loss}: no answer is below 0, and where it is 0 nothing is learned any more; remove it, or use Softplus for numbers that are never negative"),
        "MeanSquaredError" or "MeanAbsoluteError" or "Huber" when last.Kind is "Sigmoid" or "HardSigmoid" && output.Count == 1 => new("NG2005", null,
            $"{last.Name} stands before {loss}: the gradient vanishes where the answer is surely wrong; remove it or, for a yes or no and for parts of 1, use BinaryCrossEntropy, which applies it"),
        _ => null,
    };
}
