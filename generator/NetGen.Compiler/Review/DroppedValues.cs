using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3004: a dropout whose values reach a batch norm. Dropping keeps means and raises variances, in training alone; a batch norm so gathers variances that are too large for prediction, whatever
/// linear layers and activations lie between. Other normalisations measure each sample anew, and end the effect. Li, Chen, Hu, Yang 2018 ("variance shift").
/// </summary>
internal sealed class DroppedValues : TrainingRule
{
    private static readonly IReadOnlyList<Drop> None = [];

    private readonly Dictionary<Node, IReadOnlyList<Drop>> _drops = [];

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("BatchNorm");

    public override void Layer(LayerUse use)
    {
        if (use.Spec.Kind is "Dropout" or "SpatialDropout")
        {
            Dropped(use.Input, use.Output, use.Spec.Number("Rate", 0.5), new Drop($"'{use.Name}'", use.At));
        }
        else if (use.Spec.Kind == "BatchNorm")
        {
            foreach (var drop in Of(use.Input))
            {
                Report(drop.At(new Complaint("NG3004", null,
                    $"{drop.Name} drops values in training only, so that the variance which '{use.Name}' sees there, and keeps, is not the one of prediction; drop behind the last BatchNorm, or not at all")));
            }
        }
        else if (use.Spec.Kind is not ("LayerNorm" or "GroupNorm" or "RMSNorm" or "Softmax" or "LogSoftmax"))
        {
            Pass([use.Input], use.Output);
        }
    }

    public override void Operation(OperationUse use)
    {
        switch (use.Step.Operation)
        {
            case "Dropout":
                Dropped(use.Inputs[0], use.Output, use.Step.Number("Rate", 0.5), new Drop("this dropout", use.At));
                break;
            case "Softmax" or "LogSoftmax" or "Attention":
                break;
            default:
                Pass(use.Inputs, use.Output);
                break;
        }
    }

    private void Dropped(Node input, Node output, double rate, Drop drop)
    {
        if (rate > 0)
        {
            _drops[output] = [.. Of(input), drop];
        }
    }

    private void Pass(IReadOnlyList<Node> inputs, Node output)
    {
        IReadOnlyList<Drop> drops = [.. inputs.SelectMany(Of).Distinct()];
        if (drops.Count > 0)
        {
            _drops[output] = drops;
        }
    }

    private IReadOnlyList<Drop> Of(Node value) => _drops.TryGetValue(value, out var drops) ? drops : None;

    private sealed record Drop(string Name, Func<Complaint, Problem> At);
}
