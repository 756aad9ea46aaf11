using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Tests.Networks;

namespace NetGen.Compiler.Tests.Shapes;

public sealed class ShapeFoldPropertyTests
{
    [Fact]
    public void Shapes_and_parameters_agree_with_a_count_by_hand() => Prop.ForAll(RandomStacks.Sound.ToArbitrary(), spec =>
    {
        var network = Declared.Shaped(spec);
        var shape = spec.Inputs[0].Shape.Dims.ToArray();
        var parameters = 0;
        foreach (var layer in spec.Layers)
        {
            // Only Dense changes a shape, and only Dense and LayerNorm own parameters.
            if (layer.Kind == "Dense")
            {
                parameters += (shape[^1] + (layer.Flag("Bias", true) ? 1 : 0)) * layer.Int("Units", 0);
                shape[^1] = layer.Int("Units", 0);
            }
            else if (layer.Kind == "LayerNorm")
            {
                parameters += 2 * shape[^1];
            }
        }

        Assert.Equal(shape, network.Output.Dims);
        Assert.Equal(parameters, network.ParameterCount);
        Assert.Equal(spec.Layers.Count, network.Layers.Select(layer => layer.Name).Distinct().Count());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nonsense_gets_a_problem_or_shapes_but_never_an_exception() => Prop.ForAll(RandomStacks.Nonsense.ToArbitrary(), spec =>
    {
        var network = ShapeFold.Run(spec);
        Assert.True(network.IsValid ? network.Layers.Count == spec.Layers.Count : network.Problems.All(problem => problem.Values.Count == 1));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Nonsense_compiles_to_some_text_or_other() => Prop.ForAll(RandomStacks.Nonsense.ToArbitrary(), spec =>
        Assert.NotEmpty(NetworkCompiler.Compile(spec))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
