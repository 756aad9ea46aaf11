using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Runtime.Tests.Tensors;

/// <summary>A case of tests/reference/ops.py: arguments, what PyTorch makes of them, and the gradients of the sum of that times the weights.</summary>
internal sealed record ReferenceCase(StoredValues[] Arguments, StoredValues Output, double[] Weights, double[][] Gradients)
{
    public static IReadOnlyDictionary<string, ReferenceCase> All { get; } = Read();

    public Tensor[] In(Precision precision) => [.. Arguments.Select(argument => argument.In(precision))];

    private static Dictionary<string, ReferenceCase> Read([CallerFilePath] string here = "")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "reference.json")));
        return document.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => new ReferenceCase(
            [.. entry.Value.GetProperty("arguments").EnumerateArray().Select(Values)],
            Values(entry.Value.GetProperty("output")),
            Numbers(entry.Value.GetProperty("weights")),
            [.. entry.Value.GetProperty("gradients").EnumerateArray().Select(Numbers)]));
    }

    private static StoredValues Values(JsonElement tensor) => new(
        tensor.GetProperty("batch").GetInt32(),
        [.. tensor.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt32())],
        Numbers(tensor.GetProperty("values")));

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}

/// <summary>A tensor as it is stored: 0 samples for one without a batch.</summary>
internal sealed record StoredValues(int Batch, int[] Shape, double[] Values)
{
    public Tensor In(Precision precision) => With(Values, precision);

    /// <summary>The same shape with other values.</summary>
    public Tensor With(double[] values, Precision precision) => (precision, Batch) switch
    {
        (Precision.Double, 0) => Tensor.Unbatched(values, Shape),
        (Precision.Double, _) => Tensor.From(values, Shape),
        (_, 0) => Tensor.Unbatched([.. values.Select(value => (float)value)], Shape),
        _ => Tensor.From([.. values.Select(value => (float)value)], Shape),
    };
}
