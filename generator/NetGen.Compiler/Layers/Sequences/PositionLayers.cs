using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>A learned vector for each position, added to the sequence: <c>torch.nn.Embedding(length, width)</c> of 0, 1, 2, …</summary>
internal sealed class PositionalEmbedding : LayerDefinition
{
    public override string Kind => "PositionalEmbedding";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Describe(LayerSpec layer) => layer.Int("Length", 0) > 0 ? Inv($"PositionalEmbedding({layer.Int("Length", 0)})") : Kind;

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        if (SequenceShape.Refuse(Kind, input) is { } refusal)
        {
            return refusal;
        }

        var (length, written) = (input[0], layer.Find("Length") is not null);
        if (written)
        {
            length = layer.Int("Length", 0);
        }

        if (length < 1 || (long)length * input.Last > int.MaxValue / 16)
        {
            return LayerOutline.Refuse("NG0005", "Length", Inv($"a table of positions has at least 1 position and at most {int.MaxValue / 16} values, not {length} positions of {input.Last}"));
        }

        if (length < input[0])
        {
            return LayerOutline.Refuse(new Complaint("NG1010", "Length", Inv($"PositionalEmbedding knows {length} positions, but its input has shape {input}: {input[0]} positions; give it at least as many, or leave the number out"))
            {
                Instead = Inv($"{input[0]}"),
            });
        }

        // N(0, 1), as in PyTorch.
        var weight = layer.Init == Initializer.Default
            ? new ParameterSpec("weight", new Shape(length, input.Last), Initializer.LeCunNormal, 1, 1)
            : new ParameterSpec("weight", new Shape(length, input.Last), layer.Init, input.Last, length);
        return new LayerOutline(input, new EquatableArray<ParameterSpec>([weight]), input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Add(x, lowering.Graph.Slice(lowering.Parameter("weight"), 0, 0, x.Type.Shape[0]));
}

/// <summary>Sines and cosines of the position, added to the sequence; see <see cref="Positions.Sinusoids"/>.</summary>
internal sealed class SinusoidalPosition : LayerDefinition
{
    public override string Kind => "SinusoidalPosition";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => SequenceShape.Refuse(Kind, input) ?? new LayerOutline(input, input.Count);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Add(x, Positions.Sinusoids(lowering.Graph, x.Type.Shape[0], x.Type.Last));
}

/// <summary>What the layers on sequences take.</summary>
internal static class SequenceShape
{
    public static LayerOutline? Refuse(string kind, Shape input) => input.Rank == 2 ? null
        : LayerOutline.Refuse("NG1002", null, Inv($"{kind} takes a sequence [length, features], but its input has shape {input}"));
}
