using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>A trainable tensor that the user declares himself, <c>[Parameter(64, 64)]</c>.</summary>
internal static class RawParameter
{
    /// <summary>The tensor, or what is wrong with its declaration.</summary>
    /// <param name="layer">The attribute.</param>
    /// <param name="name">Its name within its layer.</param>
    public static (ParameterSpec? Parameter, Complaint? Complaint) Of(LayerSpec layer, string name = "")
    {
        var dims = layer.Ints("Dims");
        if (dims.Length > 8 || dims.Any(dim => dim < 1) || new Shape(dims).Count > ShapeFold.MaxParameters)
        {
            return (null, new Complaint("NG0005", "Dims", Inv($"Parameter needs at most 8 positive dimensions with at most {ShapeFold.MaxParameters} values, not ({string.Join(", ", dims)})")));
        }

        if (CheckInit(layer) is { } complaint)
        {
            return (null, complaint);
        }

        // A number alone is a vector of one, in files too.
        var shape = dims.Length == 0 ? new Shape(1) : new Shape(dims);
        var (fanIn, fanOut) = shape.Rank < 2 ? (shape.Last, shape.Last) : ((int)(shape.Count / shape.Last), shape.Last);
        var value = layer.Number("Value", double.NaN);
        var init = layer.Init != Initializer.Default ? layer.Init
            : !double.IsNaN(value) ? value == 0 ? Initializer.Zeros : Initializer.Ones
            : shape.Rank < 2 ? Initializer.Zeros : Initializer.GlorotUniform;
        var gain = layer.Init == Initializer.Default && init == Initializer.Ones ? value : 1;
        return (new ParameterSpec(name, shape, init, fanIn, fanOut) { Gain = gain }, null);
    }

    public static string Describe(LayerSpec layer) => $"Parameter({string.Join(", ", layer.Ints("Dims"))})";

    private static Complaint? CheckInit(LayerSpec layer) =>
        layer.Find("Init") is not null && !Enum.IsDefined(typeof(Initializer), layer.Init)
            ? new Complaint("NG0005", "Init", Inv($"Init is one of the values of NetGen.Initializer, not {(int)layer.Init}"))
        : layer.Find("Value") is not null && double.IsInfinity(layer.Number("Value", 0))
            ? new Complaint("NG0005", "Value", "Value is a finite number")
        : null;
}
