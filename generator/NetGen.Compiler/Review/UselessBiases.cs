using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG3003: a bias that a batch norm takes away again. BatchNorm(x + b) is BatchNorm(x) for any b that is the same at all places of a channel, since the mean of the channel grows by b as well. A
/// bias is told of only if all that ever becomes of it is that: a sum, an activation or a second reader would make use of it.
/// </summary>
internal sealed class UselessBiases : TrainingRule
{
    private readonly Dictionary<Node, Carried> _carried = [];
    private readonly List<Bias> _biases = [];

    public override IEnumerable<Problem> Found => _biases
        .Where(bias => bias is { IsUsed: false, Norm: not null })
        .Select(bias => bias.At(new Complaint("NG3003", "Bias",
            $"the bias of '{bias.Name}' has no effect: '{bias.Norm}' takes it away with the mean of each channel, and has a bias of its own; write Bias = false")));

    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("BatchNorm");

    public override void Layer(LayerUse use)
    {
        if (_carried.TryGetValue(use.Input, out var carried))
        {
            if (use.Spec.Kind == "BatchNorm" && (carried.KeepsChannels || use.Input.Type.Shape.Rank == 1))
            {
                carried.Bias.Norm ??= use.Name;
            }
            else if (Passes(use.Spec))
            {
                var isLaidOut = use.Spec.Kind is "Flatten" or "Reshape" && use.Output.Type != use.Input.Type;
                _carried[use.Output] = carried with { KeepsChannels = carried.KeepsChannels && !isLaidOut };
            }
            else
            {
                carried.Bias.IsUsed = true;
            }
        }

        if (HasBias(use.Spec))
        {
            // Dense counts features along the last axis, a batch norm channels along the first.
            _carried[use.Output] = new Carried(BiasOf(use), use.Spec.Kind != "Dense" || use.Output.Type.Shape.Rank == 1);
        }
    }

    public override void Operation(OperationUse use) => Use(use.Inputs);

    public override void Leave(string? module, IReadOnlyList<Node> outputs) =>
        // What leaves the module of its layer may be put to any use there, by this network or another.
        Use(outputs.Where(output => _carried.TryGetValue(output, out var carried) && (module is null || carried.Bias.Module == module)));

    private void Use(IEnumerable<Node> values)
    {
        foreach (var value in values)
        {
            if (_carried.TryGetValue(value, out var carried))
            {
                carried.Bias.IsUsed = true;
            }
        }
    }

    /// <summary>The bias of one attribute, in however many places the attribute is at work.</summary>
    private Bias BiasOf(LayerUse use)
    {
        var place = use.At(new Complaint("NG3003", null, ""));
        var bias = _biases.Find(known => (known.Module, known.Field, known.Layer) == (place.Module, place.Field, place.Layer));
        if (bias is null)
        {
            _biases.Add(bias = new Bias(use.Name, place.Module, place.Field, place.Layer, use.At));
        }

        // One that is not learned came with its weights, from a file that has it.
        bias.IsUsed |= use.IsFrozen;
        return bias;
    }

    private static bool HasBias(LayerSpec layer) => layer.Kind is "Dense" or "Conv1D" or "Conv2D" or "ConvTranspose2D" && layer.Flag("Bias", true);

    /// <summary>Layers whose result has the same addend everywhere in a channel if their input has.</summary>
    private static bool Passes(LayerSpec layer) => layer.Kind switch
    {
        "Flatten" or "Reshape" or "MaxPool2D" or "GlobalAveragePool2D" or "AdaptiveAveragePool2D" or "Upsample2D" => true,

        // Zeros around the image have no addend.
        "AveragePool2D" => layer.Int("Padding", 0) == 0,
        _ => false,
    };

    /// <param name="Bias">Whose.</param>
    /// <param name="KeepsChannels">Whether the first axis is still that of the bias.</param>
    private sealed record Carried(Bias Bias, bool KeepsChannels);

    private sealed record Bias(string Name, string? Module, string? Field, int Layer, Func<Complaint, Problem> At)
    {
        /// <summary>The first batch norm that takes it away.</summary>
        public string? Norm { get; set; }

        /// <summary>Whether anything else becomes of it.</summary>
        public bool IsUsed { get; set; }
    }
}
