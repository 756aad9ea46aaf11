using System.Globalization;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>The layers as a table of text, for the summary that the editor shows and the header of the emitted file.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Lines(ShapedNetwork network)
    {
        var rows = new List<string[]>();
        rows.Add(["layer", "kind", "output", "parameters"]);
        rows.Add(["input", "Input", "[B, " + network.Spec.Inputs[0].Shape.ToString().Substring(1), ""]);
        rows.AddRange(network.Layers.Select(layer => new[]
        {
            layer.Name, layer.Description, "[B, " + layer.Output.ToString().Substring(1), layer.ParameterCount == 0 ? "" : Count(layer.ParameterCount),
        }));
        if (network.Spec.Loss is { } loss)
        {
            rows.Add(["loss", loss.Kind, "", ""]);
        }

        rows.Add(["total", "", "", Count(network.ParameterCount)]);
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadLeft(widths[3])}".TrimEnd()).ToList();
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
