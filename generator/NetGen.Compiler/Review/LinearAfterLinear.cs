using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG2007: W2 (W1 x + b1) + b2 is (W2 W1) x + (W2 b1 + b2), one linear layer. What the first one makes is for the second alone: where anything else reads it, it is a value in its own right.
/// </summary>
internal sealed class LinearAfterLinear : HistoryRule
{
    private readonly Dictionary<Node, int> _readers = [];
    private readonly List<(Problem Problem, IReadOnlyList<Node> Between)> _pairs = [];
    private readonly List<Problem> _others = [];

    public override IEnumerable<Problem> Found
    {
        get
        {
            var uses = new EveryUse();
            _others.ForEach(other => uses.Add(other, isWrong: false));
            _pairs.ForEach(pair => uses.Add(pair.Problem, pair.Between.Sum(value => _readers.TryGetValue(value, out var count) ? count : 0) == 1));
            return uses.Found;
        }
    }

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Dense");

    public override void Leave(string? module, IReadOnlyList<Node> outputs)
    {
        if (module is null)
        {
            Read(outputs);
        }
    }

    protected override void See(Maker maker, Node output)
    {
        if (LaysOut(maker.Kind))
        {
            return;
        }

        Read(maker.Inputs);
        if (maker is not { Kind: "Dense", Spec: { } layer })
        {
            return;
        }

        var between = new List<Node> { maker.Inputs[0] };
        var before = MakerOf(between[0]);
        while (before is not null && LaysOut(before.Kind))
        {
            between.Add(before.Inputs[0]);
            before = MakerOf(before.Inputs[0]);
        }

        if (before is { Kind: "Dense", Spec: { } first })
        {
            _pairs.Add((maker.At(new Complaint("NG2007", null,
                $"Nothing non-linear stands between {Describe(first)} and {Describe(layer)}: two linear layers in a row can express no more than one; put an activation between them") { Cure = "ReLU" }), between));
        }
        else
        {
            _others.Add(maker.At(new Complaint("NG2007", null, "")));
        }
    }

    private void Read(IReadOnlyList<Node> values)
    {
        foreach (var value in values)
        {
            _readers[value] = _readers.TryGetValue(value, out var count) ? count + 1 : 1;
        }
    }

    private static bool LaysOut(string kind) => kind is "Flatten" or "Reshape" or "Dropout" or "SpatialDropout" or "Masking";

    private static string Describe(LayerSpec layer) => Inv($"Dense({layer.Int("Units", 0)})");
}
