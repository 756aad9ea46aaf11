using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>A rule that asks what made a value.</summary>
internal abstract class HistoryRule : TrainingRule
{
    private readonly Dictionary<Node, Maker> _makers = [];

    public sealed override void Layer(LayerUse use) => Add(new Maker(use.Spec.Kind, $"'{use.Name}'", use.Spec, [use.Input], use.At), use.Output);

    public sealed override void Operation(OperationUse use) => Add(new Maker(use.Step.Operation, "this " + use.Step.Operation, null, use.Inputs, use.At), use.Output);

    protected static bool IsActivation(string kind) => LayerCatalog.Find(kind) is { IsActivation: true };

    protected static bool MixesFeatures(string kind) => LayerCatalog.Find(kind) is { MixesFeatures: true };

    protected static bool IsNorm(string kind) => kind is "BatchNorm" or "LayerNorm" or "GroupNorm" or "RMSNorm";

    protected static bool IsDropout(Maker maker) => maker.Kind is "Dropout" or "SpatialDropout";

    /// <summary>A layer or an operation was applied.</summary>
    protected virtual void See(Maker maker, Node output)
    {
    }

    private void Add(Maker maker, Node output)
    {
        See(maker, output);

        // What passes a value on, or leads back to one that was there before, has not made it.
        if (maker.Inputs.All(input => input.Id < output.Id))
        {
            _makers[output] = maker;
        }
    }

    /// <summary>What made a value; null for inputs and parameters.</summary>
    protected Maker? MakerOf(Node value) => _makers.TryGetValue(value, out var maker) ? maker : null;

    /// <summary>What computed a value, behind layers that only lay it out anew or drop some of it.</summary>
    protected Maker? ComputedBy(Node value) => Behind(value, kind => kind is "Flatten" or "Reshape" or "Dropout" or "SpatialDropout" or "Masking");

    /// <summary>What made a value, behind layers of some kinds.</summary>
    protected Maker? Behind(Node value, Func<string, bool> passes)
    {
        var maker = MakerOf(value);
        while (maker is not null && passes(maker.Kind))
        {
            maker = MakerOf(maker.Inputs[0]);
        }

        return maker;
    }
}

/// <summary>What made a value.</summary>
/// <param name="Kind">The kind of layer, or the operation.</param>
/// <param name="Name">How messages call it: <c>'dense1'</c>, <c>this Tanh</c>.</param>
/// <param name="Spec">The layer; null for an operation.</param>
/// <param name="Inputs">What went in.</param>
/// <param name="At">Puts a complaint there.</param>
internal sealed record Maker(string Kind, string Name, LayerSpec? Spec, IReadOnlyList<Node> Inputs, Func<Complaint, Problem> At);
