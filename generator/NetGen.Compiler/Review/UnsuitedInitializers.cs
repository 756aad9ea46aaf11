using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3002: an initialiser that was chosen, and made for other activations than the one that follows: He's doubles the variance for what ReLU halves, Glorot's keeps it for tanh, LeCun's is the one
/// by which SELU normalises itself. A normalisation in between makes it irrelevant.
/// </summary>
internal sealed class UnsuitedInitializers : HistoryRule
{
    private readonly EveryUse _uses = new();

    public override IEnumerable<Problem> Found => _uses.Found;

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Init");

    protected override void See(Maker maker, Node output)
    {
        if (IsActivation(maker.Kind) && ComputedBy(maker.Inputs[0]) is { Spec: { } weights } layer && MixesFeatures(layer.Kind) && weights.Init != Initializer.Default)
        {
            var better = Better(weights.Init, maker.Kind);
            _uses.Add(layer.At(new Complaint("NG3002", "Init", $"{layer.Name} is initialised by {weights.Init} and feeds {maker.Kind}, for which {better} is made: choose that{(maker.Kind == "SELU" ? "" : ", or leave Init out")}")), better is not null);
        }
    }

    private static string? Better(Initializer init, string activation) => activation switch
    {
        "SELU" => init is Initializer.HeUniform or Initializer.HeNormal or Initializer.GlorotUniform or Initializer.GlorotNormal ? "LeCunNormal" : null,
        "Tanh" or "Sigmoid" or "Softmax" or "LogSoftmax" or "HardSigmoid" => init is Initializer.HeUniform or Initializer.HeNormal ? "GlorotUniform" : null,
        "ReLU" or "LeakyReLU" or "PReLU" or "ELU" or "GELU" or "SiLU" or "Mish" or "HardSwish" =>
            init is Initializer.GlorotUniform or Initializer.GlorotNormal or Initializer.LeCunUniform or Initializer.LeCunNormal ? "HeUniform" : null,
        _ => null,
    };
}
