namespace NetGen;

/// <summary>A weight of a network with its gradient by a batch.</summary>
/// <param name="Layer">The name of the layer.</param>
/// <param name="Kind">The kind of the layer; empty for a parameter of <c>Forward</c>.</param>
/// <param name="Weight">The root of the mean square of the weights.</param>
/// <param name="Gradient">The root of the mean square of the gradient.</param>
/// <param name="Touched">The part of the weights whose gradient is not zero.</param>
/// <param name="AreUnitsAlike">Whether all units have the same weights.</param>
internal sealed record WeightedLayer(string Layer, string Kind, double Weight, double Gradient, double Touched, bool AreUnitsAlike)
{
    /// <summary>The gradient relative to the weight.</summary>
    public double Relative => Gradient / Weight;

    /// <summary>The weights of a network that are trained and are not tables, in the order of application. Biases start at any size.</summary>
    public static IReadOnlyList<WeightedLayer> Of(NetworkInfo network, ParameterSet parameters, ReadOnlySpan<float> gradients)
    {
        List<(int Order, WeightedLayer Layer)> layers = [];
        foreach (var parameter in parameters)
        {
            string name = parameter.Name[..Math.Max(parameter.Name.LastIndexOf('.'), 0)];
            int order = network.Layers.TakeWhile(layer => layer.Name != name).Count();
            string kind = order < network.Layers.Count ? network.Layers[order].Kind : "";
            if (parameter.Shape.Count >= 2 && !parameter.Frozen && kind is not ("Embedding" or "PositionalEmbedding"))
            {
                layers.Add((order, Measured(name.Length == 0 ? parameter.Name : name, kind, parameter, gradients.Slice(parameter.Offset, parameter.Length))));
            }
        }

        return [.. layers.OrderBy(layer => layer.Order).Select(layer => layer.Layer)];
    }

    private static WeightedLayer Measured(string name, string kind, Parameter parameter, ReadOnlySpan<float> gradient)
    {
        double[] weights = parameter switch
        {
            Parameter<float> single => [.. single.ToArray().Select(value => (double)value)],
            Parameter<double> wide => wide.ToArray(),
            _ => throw new NotSupportedException($"Parameters are float or double, not {parameter.GetType()}."),
        };
        double sum = 0;
        int touched = 0;
        foreach (float value in gradient)
        {
            sum += (double)value * value;
            touched += value != 0 ? 1 : 0;
        }

        return new(
            name, kind, Math.Sqrt(weights.Average(weight => weight * weight)), Math.Sqrt(sum / gradient.Length), (double)touched / gradient.Length, AreRowsEqual(weights, parameter.Shape[0]));
    }

    private static bool AreRowsEqual(ReadOnlySpan<double> weights, int rows)
    {
        int length = weights.Length / rows;
        for (int row = 1; row < rows; row++)
        {
            if (!weights.Slice(row * length, length).SequenceEqual(weights[..length]))
            {
                return false;
            }
        }

        return rows > 1;
    }
}
