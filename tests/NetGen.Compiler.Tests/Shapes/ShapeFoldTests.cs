using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Shapes;

public sealed class ShapeFoldTests
{
    [Fact]
    public void Input_whose_count_overflows_is_out_of_range() => Refuses("NG0005", "Dims", Problem.Input, Stack([65536, 65536, 65536, 65536], []));

    [Fact]
    public void Count_of_a_shape_saturates() => Assert.Equal(long.MaxValue, new Shape(65536, 65536, 65536, 65536).Count);

    [Fact]
    public void Reshape_whose_count_overflows_does_not_fit() =>
        Refuses("NG1005", "Dims", 0, Stack([16], [Reshape(65536, 65536, 65536, 65536, 16)]));

    [Theory]
    [InlineData("")]
    [InlineData("encoder.fc1")]
    [InlineData("a/b")]
    [InlineData("a\nb")]
    [InlineData("a\u2028b")]
    [InlineData("fc*")]
    [InlineData("fc?")]
    [InlineData("fc 1")]
    [InlineData("\"")]
    [InlineData("<b>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Name_that_is_not_a_name_is_out_of_range(string name) =>
        Refuses("NG0005", "Name", 0, Stack([4], [Of("Dense", new Argument("Units", 2), new Argument("Name", name))]));

    [Theory]
    [InlineData("fc1")]
    [InlineData("0")]
    [InlineData("hidden_layer-2")]
    [InlineData("größe")]
    public void Name_of_letters_and_digits_is_taken_as_it_is(string name) =>
        Assert.Equal(name, Shaped(Stack([4], [Of("Dense", new Argument("Units", 2), new Argument("Name", name))])).Layers[0].Name);

    [Fact]
    public void Name_that_another_layer_has_by_default_is_refused() =>
        Refuses("NG0006", "Name", 1, Stack([4], [Dense(2), Of("ReLU", new Argument("Name", "dense1"))]));

    [Theory]
    [InlineData("Dense")]
    [InlineData("LayerNorm")]
    public void Initialiser_that_does_not_exist_is_out_of_range(string kind) =>
        Refuses("NG0005", "Init", 0, Stack([4], [Of(kind, new Argument("Units", 2), new Argument("Init", 99))]));

    [Fact]
    public void Precision_that_does_not_exist_is_out_of_range() => Refuses("NG0005", "Precision", Problem.Class, Stack([4], [Dense(2)], null, (Precision)7));

    [Theory]
    [InlineData("SoftmaxCrossEntropy", "ClassWeights")]
    [InlineData("MeanSquaredError", "ClassWeights")]
    [InlineData("BinaryCrossEntropy", "PositiveWeights")]
    public void Empty_weights_are_out_of_range(string loss, string argument) =>
        Refuses("NG0005", argument, 1, Stack([4], [Dense(2)], Of(loss, new Argument(argument))));

    [Fact]
    public void Mismatch_tells_both_shapes_and_the_trail() =>
        Assert.Contains("trail: Input [6] → Dense(10) [10]", Refuses("NG1005", "Dims", 1, Stack([6], [Dense(10), Reshape(3, 4)])), StringComparison.Ordinal);

    private static string Refuses(string id, string argument, int layer, NetworkSpec spec)
    {
        var problem = Assert.Single(ShapeFold.Run(spec).Problems);
        Assert.Equal((id, argument, layer), (problem.Id, problem.Argument, problem.Layer));
        return Assert.Single(problem.Values);
    }
}
