using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Shapes;

/// <summary>
/// What decides what Predict computes, given the parameters, as lines that people can read too: number type, input, layers with their parameters' names, link
/// function. A model's file carries them and their hash, so the text of a network must stay the same from version to version; a change of the grammar is a
/// new number in the first line. What matters to training alone does not occur: Dropout has no line, a loss none but its link function.
/// </summary>
public static class Architecture
{
    private const string Grammar = "netgen 1";

    /// <summary>The lines of a network whose shapes are known.</summary>
    public static IReadOnlyList<string> Lines(ShapedNetwork network)
    {
        var lines = new List<string> { Grammar, $"precision {network.Spec.Precision}", "input " + Text(network.Spec.Inputs[0].Shape) };
        foreach (var layer in network.Layers)
        {
            if (LayerCatalog.Find(layer.Kind)!.Signature(network.Spec.Layers[layer.Index]) is { } signature)
            {
                lines.Add($"{signature} {Text(layer.Input)} -> {Text(layer.Output)}{Names(layer)}");
            }
        }

        lines.Add("output " + (network.Spec.Loss is { } loss ? LayerCatalog.FindLoss(loss.Kind)!.LinkName : LossDefinition.NoLink));
        return lines;
    }

    private static string Text(Shape shape) => string.Join("×", shape.Dims);

    private static string Names(LayerShape layer) => layer.Parameters.Count == 0
        ? ""
        : $" ({string.Join(", ", layer.Parameters.Select(parameter => layer.Name + "." + parameter.Name))})";
}
