using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3005: a dropout on the outputs, whose zeros the loss takes for answers; or a normalisation, which brings the answers of each batch or sample to one mean and variance, whatever the targets are.
/// A loss of the user's own may want that: only dropouts are told of there.
/// </summary>
internal sealed class DisturbedOutputs(NetworkSpec spec) : HistoryRule
{
    public override bool Concerns(HashSet<string> kinds) => spec.Losses.Count > 0 && kinds.Any(kind => kind is "Dropout" or "SpatialDropout" || IsNorm(kind));

    public override void Leave(string? module, IReadOnlyList<Node> outputs)
    {
        for (var index = 0; module is null && index < outputs.Count; index++)
        {
            if (Behind(outputs[index], kind => kind is "Flatten" or "Reshape") is { } last && Of(last, spec.Losses.FirstOrDefault(loss => loss.Kind == "Loss" || loss.Int("Output", 0) == index)) is { } message)
            {
                Report(last.At(new Complaint("NG3005", null, message)));
            }
        }
    }

    private static string? Of(Maker last, LayerSpec? loss) => loss is null ? null
        : IsDropout(last) ? $"{last.Name} drops answers of the network in training, and the loss takes the zeros for answers: remove it, or put it before the last layer with weights"
        : IsNorm(last.Kind) && loss.Kind != "Loss" ? $"{last.Name} normalises the answers of the network, whose mean and spread are what the targets say: remove it, or put it before the last layer with weights"
        : null;
}
