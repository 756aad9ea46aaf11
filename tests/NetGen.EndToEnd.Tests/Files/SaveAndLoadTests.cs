using NetGen.EndToEnd.Tests.Training;

namespace NetGen.EndToEnd.Tests.Files;

public sealed class SaveAndLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly float[] _inputs = Samples.Singles(5 * 7, 1);
    private readonly SmallNet _trained = new(1);

    public SaveAndLoadTests()
    {
        var optimizer = new Adam(0.01);
        for (var i = 0; i < 5; i++)
        {
            _trained.Step(_inputs, Samples.Labels(5, 3, i), optimizer);
        }

        _trained.Save(File);
    }

    private string File => _folder.File("small.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Loaded_network_predicts_and_trains_on_with_the_same_bits()
    {
        var loaded = new SmallNet(1);
        loaded.Load(File);

        Assert.Equal(_trained.Predict(_inputs), loaded.Predict(_inputs));

        // The backward pass reads copies of the weights, which loading must renew. Losses show it a step later.
        var labels = Samples.Labels(5, 3, 9);
        var (gradients, ofLoaded, inputGradients, ofLoadedInputs) = (new float[loaded.Parameters.Length], new float[loaded.Parameters.Length], new float[35], new float[35]);
        var other = new SmallNet(1);
        _trained.Parameters.CopyTo(gradients);
        other.Parameters.CopyFrom(gradients);
        other.Gradient(_inputs, labels, gradients, inputGradients);
        loaded.Gradient(_inputs, labels, ofLoaded, ofLoadedInputs);
        Assert.Equal(gradients, ofLoaded);
        Assert.Equal(inputGradients, ofLoadedInputs);
    }

    [Fact]
    public void File_in_single_precision_loads_exactly_into_a_network_in_double()
    {
        var loaded = new SmallDoubleNet(1);
        loaded.Load(File);

        foreach (var parameter in _trained.Parameters)
        {
            Assert.Equal(_trained.Parameters[parameter.Name].ToArray().Select(value => (double)value), loaded.Parameters[parameter.Name].ToArray());
        }
    }

    [Fact]
    public void File_in_double_precision_is_rounded_into_a_network_in_single()
    {
        var saved = new SmallDoubleNet(4);
        saved.Save(_folder.File("double.safetensors"));

        var loaded = new SmallNet(1);
        loaded.Load(_folder.File("double.safetensors"));

        Assert.Equal(saved.Parameters["dense1.weight"].ToArray().Select(value => (float)value), loaded.Parameters["dense1.weight"].ToArray());
    }

    [Fact]
    public void Pattern_takes_what_matches_and_leaves_the_rest()
    {
        var loaded = new SmallNet(2);
        var rest = loaded.Parameters["dense2.weight"].ToArray();
        loaded.Load(File, "dense1.*");

        Assert.Equal(_trained.Parameters["dense1.weight"].ToArray(), loaded.Parameters["dense1.weight"].ToArray());
        Assert.Equal(_trained.Parameters["dense1.bias"].ToArray(), loaded.Parameters["dense1.bias"].ToArray());
        Assert.Equal(rest, loaded.Parameters["dense2.weight"].ToArray());
    }

    [Fact]
    public void File_of_another_architecture_is_refused_with_names_and_shapes()
    {
        var net = new RingsNet(2);
        var before = net.Parameters["dense1.weight"].ToArray();

        var message = Assert.Throws<InvalidDataException>(() => net.Load(File)).Message;

        Assert.Contains(File, message, StringComparison.Ordinal);
        Assert.Contains("weight 'dense1.weight' is 17×7 in the file, 24×2 in RingsNet", message, StringComparison.Ordinal);
        Assert.Contains("'dense3.weight'", message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters["dense1.weight"].ToArray());
    }

    [Fact]
    public void Frozen_parameters_are_loaded_too()
    {
        var (saved, loaded) = (new FrozenNet(1), new FrozenNet(2));
        saved.Save(_folder.File("frozen.safetensors"));
        loaded.Load(_folder.File("frozen.safetensors"));

        Assert.Equal(saved.Parameters["trunk.weight"].ToArray(), loaded.Parameters["trunk.weight"].ToArray());
    }
}
