using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>A learned vector for each token; <c>torch.nn.Embedding</c>. The elaborator fills in a vocabulary that is left out: see <see cref="Elaboration.TokenRange"/>.</summary>
internal sealed class Embedding : LayerDefinition
{
    public override string Kind => "Embedding";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Describe(LayerSpec layer) =>
        Inv($"Embedding({Vocabulary(layer)}, {layer.Int("Width", 0)}{(Padding(layer) < 0 ? "" : Inv($", Padding = {Padding(layer)}"))})");

    public override string Signature(LayerSpec layer) => Inv($"Embedding({Vocabulary(layer)}, {layer.Int("Width", 0)})");

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (vocabulary, width, padding) = (Vocabulary(layer), layer.Int("Width", 0), Padding(layer));
        if (width < 1)
        {
            return LayerOutline.Refuse("NG0005", "Width", Inv($"the vectors of an Embedding have at least 1 feature, not {width}"));
        }

        if (vocabulary is < 1 or > TokenLimits.MaxVocabulary)
        {
            return LayerOutline.Refuse("NG0005", "Vocabulary", Inv($"an Embedding has from 1 to {TokenLimits.MaxVocabulary} vectors, not {vocabulary}"));
        }

        if ((long)vocabulary * width > int.MaxValue / 16)
        {
            return LayerOutline.Refuse("NG0005", "Width", Inv($"{vocabulary} vectors of {width} features are {(long)vocabulary * width} values; one table holds at most {int.MaxValue / 16}"));
        }

        if (padding < -1 || padding >= vocabulary)
        {
            return LayerOutline.Refuse("NG0005", "Padding", Inv($"Padding is a token from 0 to {vocabulary - 1}, or -1 for none, not {padding}"));
        }

        if (input.Rank != 1)
        {
            return LayerOutline.Refuse("NG1002", null, Inv($"Embedding takes a list of tokens [length], but its input has shape {input}"));
        }

        // N(0, 1), as in PyTorch.
        var weight = layer.Init == Initializer.Default
            ? new ParameterSpec("weight", new Shape(vocabulary, width), Initializer.LeCunNormal, 1, 1)
            : new ParameterSpec("weight", new Shape(vocabulary, width), layer.Init, width, vocabulary);
        return new LayerOutline(new Shape(input[0], width), new EquatableArray<ParameterSpec>([weight with { ZeroRow = padding }]), 0);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Gather(lowering.Parameter("weight"), lowering.Graph.BroadcastTo(x, x.Type with { Batched = true }), Padding(layer));

    private static int Vocabulary(LayerSpec layer) => layer.Int("Vocabulary", 0);

    private static int Padding(LayerSpec layer) => layer.Int("Padding", -1);
}
