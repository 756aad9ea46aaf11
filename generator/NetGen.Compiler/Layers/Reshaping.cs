using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>All axes of a sample in one; <c>torch.nn.Flatten</c>.</summary>
internal sealed class Flatten : LayerDefinition
{
    public override string Kind => "Flatten";

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => new(new Shape((int)input.Count));

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Reshape(x, new Shape((int)x.Type.Shape.Count));
}

/// <summary>The same values under another shape; <c>torch.nn.Unflatten</c>, with one −1 to be filled in as in <c>reshape</c>.</summary>
internal sealed class Reshape : LayerDefinition
{
    public override string Kind => "Reshape";

    public override string Describe(LayerSpec layer) => "Reshape(" + string.Join(", ", layer.Ints("Dims")) + ")";

    // The shape behind it says the rest, and says it the same with -1 as without.
    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var dims = layer.Ints("Dims");
        if (dims.Length is < 1 or > 8 || dims.Any(dim => dim is 0 or < -1) || dims.Count(dim => dim == -1) > 1)
        {
            return LayerOutline.Refuse("NG0005", "Dims", $"Reshape needs 1 to 8 positive dimensions, at most one of them -1, not ({string.Join(", ", dims)})");
        }

        var known = new Shape(dims.Where(dim => dim > 0).ToArray()).Count;
        var open = Array.IndexOf(dims, -1);
        if (open >= 0 && input.Count % known == 0)
        {
            dims[open] = (int)(input.Count / known);
            known = input.Count;
        }

        return known == input.Count && !(open >= 0 && dims[open] < 1)
            ? new LayerOutline(new Shape(dims))
            : LayerOutline.Refuse("NG1005", "Dims", Inv($"Reshape({string.Join(", ", dims)}) needs {(open >= 0 ? "a multiple of " : "")}{known} values, but its input has shape {input} ({input.Count} values)"));
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Reshape(x, Outline(layer, x.Type.Shape).Output);
}
