using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3007: a dropout right before a maximum over windows. Where the largest value is dropped another takes its place, so that less is dropped than was asked for, and the kept ones, scaled up, have other maxima in
/// training than in prediction. A spatial dropout drops whole channels, and may stand there.
/// </summary>
internal sealed class DropoutsBeforePooling : HistoryRule
{
    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("MaxPool2D") && kinds.Contains("Dropout");

    protected override void See(Maker maker, Node output)
    {
        if (maker.Kind == "MaxPool2D" && Behind(maker.Inputs[0], IsActivation) is { Kind: "Dropout" } dropout)
        {
            Report(dropout.At(new Complaint("NG3007", null,
                $"{dropout.Name} stands before {maker.Name}, whose maxima take the next best value where one was dropped: put it behind the pooling, or use SpatialDropout")));
        }
    }
}
