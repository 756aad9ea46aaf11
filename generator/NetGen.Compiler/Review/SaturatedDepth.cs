using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG2009: five or more saturating activations in a row of layers, at least one of them a sigmoid, with no normalisation and no sum of a residual in between. The derivative of a sigmoid is at most 1/4, so
/// that of five at most 1/1024 (Hochreiter 1991; Glorot, Bengio 2010). Hyperbolic tangents alone, whose derivative is 1 at 0, keep variances with Glorot's initialiser and are left alone.
/// </summary>
internal sealed class SaturatedDepth : HistoryRule
{
    private const int Most = 4;

    private readonly Dictionary<Node, (int Count, bool HasSigmoid)> _depths = [];

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Sigmoid") || kinds.Contains("HardSigmoid");

    protected override void See(Maker maker, Node output)
    {
        if (IsNorm(maker.Kind) || (maker.Spec is null && maker.Inputs.Count != 1) || !_depths.TryGetValue(maker.Inputs[0], out var depth))
        {
            depth = default;
        }

        if (maker.Kind is "Sigmoid" or "HardSigmoid" or "Tanh")
        {
            depth = (depth.Count + 1, depth.HasSigmoid || maker.Kind != "Tanh");
            if (depth.Count == Most + 1 && depth.HasSigmoid)
            {
                Report(maker.At(new Complaint("NG2009", null,
                    Inv($"{maker.Name} is the fifth saturating activation in a row, with no normalisation between them: a sigmoid multiplies gradients by at most 1/4, so that the first layers hardly learn; use ReLU or Tanh, normalise, or add a residual"))));
            }
        }

        if (depth.Count > 0)
        {
            _depths[output] = depth;
        }
    }
}
