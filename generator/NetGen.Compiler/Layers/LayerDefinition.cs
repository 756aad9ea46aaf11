using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>
/// One kind of layer: what it makes of a shape, which parameters it owns, and how it is built from primitives.
/// There is no backward pass here; it is derived from the primitives.
/// </summary>
public abstract class LayerDefinition
{
    /// <summary>The attribute's name without its suffix.</summary>
    public abstract string Kind { get; }

    /// <summary>True for the activations: they need no parameters and keep the shape.</summary>
    public virtual bool IsActivation => false;

    /// <summary>True for layers that mix features by weights: what comes after one is not fed by the weights before it.</summary>
    public virtual bool MixesFeatures => false;

    /// <summary>Whether each position [length, …] of the output is made for the same position of the input, so that a mask which says what positions are present is good for both.</summary>
    public virtual bool KeepsPositions(LayerSpec layer) => IsActivation;

    /// <summary>True for layers that mix positions and heed which of them are present: see <see cref="LayerLowering.Mask"/>.</summary>
    public virtual bool TakesMask => false;

    /// <summary>Checks the arguments against the input shape and says what comes out.</summary>
    public abstract LayerOutline Outline(LayerSpec layer, Shape input);

    /// <summary>Adds the layer to the graph. <paramref name="x"/> has the shape that <see cref="Outline"/> was asked about.</summary>
    public abstract Node Lower(LayerLowering lowering, LayerSpec layer, Node x);

    /// <summary>The layer as the user wrote it, for tables: <c>Dense(128)</c>.</summary>
    public virtual string Describe(LayerSpec layer) => Kind;

    /// <summary>
    /// The kind with every argument by which <see cref="Lower"/> builds another Predict, given the shapes and the parameters; defaults written out, because they may
    /// change. Null for a layer that Predict passes by. Files carry it (<see cref="Shapes.Architecture"/>), so it never changes for what it once stood for.
    /// </summary>
    public abstract string? Signature(LayerSpec layer);
}
