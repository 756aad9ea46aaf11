namespace NetGen;

/// <summary>The text of <see cref="NetworkInfo.Summary"/>.</summary>
internal static class SummaryTable
{
    public static string Write(NetworkInfo info) => SummaryText.Write(Content(info));

    /// <summary>The lines below the table: parameters, FLOPs, memory, loss.</summary>
    public static IReadOnlyList<(string Label, string Value)> Totals(NetworkInfo info) => SummaryText.Totals(Content(info));

    /// <summary>A shape with the batch: <c>[B, 128]</c>.</summary>
    public static string Shape(IReadOnlyList<int> shape) => SummaryText.Shape(shape);

    public static string Number(long number) => SummaryText.Number(number);

    private static SummaryContent Content(NetworkInfo info) => new(
        info.Name, info.Precision == Precision.Double, info.InputShape,
        info.Layers.Select(layer => new SummaryLayer(layer.Name, layer.Description, layer.OutputShape, layer.ParameterCount, layer.Flops)),
        info.ParameterCount, info.Flops, info.PredictBytes, info.TrainBytes, info.Loss)
    {
        Tokens = info.Inputs.Count == 1 ? info.Inputs[0].Vocabulary : 0,
    };
}
