using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Networks;

/// <summary>Declarations as the reader of attributes would give them.</summary>
internal static class Declared
{
    public static NetworkSpec Stack(int[] input, LayerSpec[] layers, LayerSpec? loss = null, Precision precision = Precision.Single) => new(
        "Tests", [], "Net", "Tests.Net", precision, new([new InputSpec(new Shape(input))]), new(layers), loss);

    public static ShapedNetwork Shaped(NetworkSpec spec)
    {
        var network = ShapeFold.Run(spec);
        Assert.Empty(network.Problems.Select(problem => problem.Id + " " + string.Join(", ", problem.Values)));
        return network;
    }

    public static LayerSpec Dense(int units, bool bias = true) => new("Dense", new Argument("Units", units), new Argument("Bias", bias ? 1 : 0));

    public static LayerSpec Dropout(double rate) => new("Dropout", new Argument("Rate", rate));

    public static LayerSpec Reshape(params int[] dims) => new("Reshape", new Argument("Dims", [.. dims.Select(dim => (double)dim)]));

    public static LayerSpec Of(string kind, params Argument[] arguments) => new(kind, arguments);
}
