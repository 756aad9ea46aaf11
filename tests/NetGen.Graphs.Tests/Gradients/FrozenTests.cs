#if !SINGLE
namespace NetGen.Graphs.Tests.Gradients;

/// <summary>What is frozen in the declaration: blocks and single layers.</summary>
public sealed class FrozenTests
{
    private const int BatchSize = 4;

    [Fact]
    public void Frozen_in_the_declaration_are_the_parameters_of_the_block_the_layer_and_the_function()
    {
        Assert.Equal(
            [
                "body.apply1.beta", "body.block1.body.dense1.bias", "body.block1.body.dense1.weight", "body.block1.body.dense2.bias", "body.block1.body.dense2.weight",
                "body.dense2.bias", "body.dense2.weight", "scale", "side.body.dense1.bias", "side.body.dense1.weight", "side.body.dense2.bias", "side.body.dense2.weight",
            ],
            new FrozenNet(1).Parameters.Where(parameter => parameter.Frozen).Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gradients_of_the_others_are_those_without_freezing()
    {
        var (frozen, free) = (new FrozenNet(3), new FrozenNet(3));
        free.Parameters.Unfreeze("*");
        var (inputs, targets) = Samples();
        var (some, all) = (new double[frozen.Parameters.Length], new double[frozen.Parameters.Length]);

        Assert.Equal(free.Gradient(inputs, targets, all), frozen.Gradient(inputs, targets, some));

        foreach (var parameter in frozen.Parameters)
        {
            var expected = all.AsSpan(parameter.Offset, parameter.Length).ToArray();
            Assert.Contains(expected, value => value != 0);
            Assert.Equal(parameter.Frozen ? new double[parameter.Length] : expected, some.AsSpan(parameter.Offset, parameter.Length).ToArray());
        }
    }

    [Fact]
    public void Step_changes_all_others_and_nothing_that_is_frozen()
    {
        var (net, before) = (new FrozenNet(3), new FrozenNet(3));
        var (inputs, targets) = Samples();

        net.Step(inputs, targets, new Adam(0.1));

        foreach (var parameter in net.Parameters)
        {
            Assert.Equal(parameter.Frozen, parameter.ToArray().SequenceEqual(before.Parameters[parameter.Name].ToArray()));
        }
    }

    private static (double[] Inputs, double[] Targets) Samples()
    {
        var random = new Random(4);
        return (Subjects.Normals(BatchSize * 5, random), Subjects.Normals(BatchSize * 2, random));
    }
}
#endif
