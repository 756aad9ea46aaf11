using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3001: weights of a hidden layer that all start alike. Its units then compute the same, and largely learn the same (Goodfellow, Bengio, Courville 2016, section 8.4: initialisation has to break the
/// symmetry). The last layer may start at zero, as may the last of a residual's branch: they are not told of, nor are frozen layers, whose weights come from elsewhere.
/// </summary>
internal sealed class ConstantWeights : TrainingRule
{
    private readonly Dictionary<Node, Suspect> _suspects = [];

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Init");

    public override void Layer(LayerUse use)
    {
        _suspects.TryGetValue(use.Input, out var suspect);
        var definition = LayerCatalog.Find(use.Spec.Kind);
        if (definition is not { MixesFeatures: true })
        {
            if (suspect is not null)
            {
                _suspects[use.Output] = suspect;
            }

            return;
        }

        if (suspect is not null)
        {
            Report(suspect.At(new Complaint("NG3001", "Init",
                $"all weights of '{suspect.Name}' start at {(suspect.Init == Initializer.Zeros ? 0 : 1)}, so that its units compute the same, and '{use.Name}' gets one value many times: leave Init out, or choose a random one")));
        }

        if (!use.IsFrozen && use.Spec.Init is Initializer.Zeros or Initializer.Ones && use.Output.Type.Shape.Count > 1)
        {
            _suspects[use.Output] = new Suspect(use.Name, use.Spec.Init, use.At);
        }
    }

    public override void Operation(OperationUse use)
    {
        // A sum or a product with other values breaks the symmetry; an activation does not.
        if (use.Inputs.Count == 1 && _suspects.TryGetValue(use.Inputs[0], out var suspect))
        {
            _suspects[use.Output] = suspect;
        }
    }

    private sealed record Suspect(string Name, Initializer Init, Func<Complaint, Problem> At);
}
