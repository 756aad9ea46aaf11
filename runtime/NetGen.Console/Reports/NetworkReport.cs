namespace NetGen;

/// <summary>The layers of a network.</summary>
internal static class NetworkReport
{
    public static void Write(NetworkInfo network, ReportConsole console)
    {
        if (!console.IsTerminal)
        {
            console.WriteLine(network.Summary());
            console.WriteLine();
            return;
        }

        var table = new ReportTable(
            new("Layer") { IsNumber = false },
            new("Output shape", Rank: 1) { IsNumber = false },
            new("Parameters"),
            new("FLOPs", Rank: 2));
        table.Add("input", SummaryTable.Shape(network.InputShape), "", "");
        foreach (var layer in network.Layers)
        {
            table.Add(
                $"{layer.Name} ({layer.Description})", SummaryTable.Shape(layer.OutputShape), SummaryTable.Number(layer.ParameterCount), SummaryTable.Number(layer.Flops));
        }

        console.WriteLine($"{network.Name} ({(network.Precision == Precision.Double ? "double" : "float")})");
        table.Write(console);
        var totals = SummaryTable.Totals(network);
        var labels = totals.Max(total => total.Label.Length);
        foreach (var (label, value) in totals)
        {
            console.WriteLine($"  {label.PadRight(labels)}   {value}");
        }

        console.WriteLine();
    }
}
