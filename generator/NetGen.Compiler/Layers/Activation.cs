using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>An elementwise activation: a scalar expression, and nothing else.</summary>
/// <param name="kind">The attribute's name.</param>
/// <param name="function">The expression of variable 0, given the layer's arguments.</param>
/// <param name="argument">The one argument that it may take, with its default and permitted range; null for none.</param>
internal sealed class Activation(string kind, Func<LayerSpec, Expr> function, ActivationArgument? argument = null) : LayerDefinition
{
    public override string Kind => kind;

    public override bool IsActivation => true;

    public override string Describe(LayerSpec layer) =>
        argument is not null && layer.Find(argument.Name) is not null ? Inv($"{kind}({layer.Number(argument.Name, 0)})")
        : layer.Flag("Approximate", false) ? kind + "(Approximate = true)" : kind;

    public override string Signature(LayerSpec layer) =>
        argument is not null ? $"{kind}({NumberText.Shortest(layer.Number(argument.Name, argument.Default))})" : Describe(layer);

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        if (argument is not null)
        {
            var value = layer.Number(argument.Name, argument.Default);
            if (!(value >= argument.Min && value <= argument.Max))
            {
                return LayerOutline.Refuse("NG0005", argument.Name, Inv($"{kind} needs {argument.Name} between {argument.Min} and {argument.Max}, not {value}"));
            }
        }

        return new LayerOutline(input, input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) => lowering.Graph.Map(function(layer), x);
}

/// <summary>The argument of an activation and its permitted range.</summary>
internal sealed record ActivationArgument(string Name, double Default, double Min, double Max);
