namespace NetGen.EndToEnd.Tests.Files;

/// <summary>Three declarations of the same weights.</summary>
[Network, Input(7)]
[Dense(5), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class ModelNet;

// What differs matters to training alone.
[Network, Input(7)]
[Dense(5, Init = Initializer.HeNormal, Frozen = true), ReLU(Name = "bend"), Dropout(0.2)]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1, ClassWeights = [1, 2, 3])]
public partial class TrainedOtherwiseNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy]
public partial class TanhModelNet;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Metadata_come_back_through_the_interface_of_every_network()
    {
        INetwork saved = new ModelNet(1), loaded = new ModelNet(2);
        saved.Metadata.ClassNames = ["chat", "猫", "🐈"];
        saved.Metadata["trained"] = "2026-11-26";
        saved.Save(FilePath);
        loaded.Load(FilePath);

        Assert.Equal(["chat", "猫", "🐈"], loaded.Metadata.ClassNames);
        Assert.Equal("2026-11-26", loaded.Metadata["trained"]);
        Assert.Equal(ModelNet.Info.SpecHash, ModelMetadata.Read(FilePath).SpecHash);
    }

    // A hash that moves makes every saved model a stranger.
    [Fact]
    public void Spec_hash_of_a_declaration_is_this_for_ever() =>
        Assert.Equal("14fea4f3bc601a6ce50304134c126186784485cbb32d459fa318a9969c2f5bdd", ModelNet.Info.SpecHash);

    [Fact]
    public void What_matters_to_training_alone_does_not_keep_a_file_out()
    {
        new ModelNet(1).Save(FilePath);
        new TrainedOtherwiseNet(2).Load(FilePath);
        Assert.Equal(ModelNet.Info.SpecHash, TrainedOtherwiseNet.Info.SpecHash);
    }

    [Fact]
    public void Another_activation_is_refused_by_name_and_its_weights_taken_on_request()
    {
        var (saved, net) = (new TanhModelNet(1), new ModelNet(2));
        saved.Save(FilePath);
        var before = net.Parameters.ToArray();

        var message = Assert.Throws<InvalidDataException>(() => net.Load(FilePath)).Message;
        Assert.Contains("layer 2 is Tanh in the file, ReLU in ModelNet", message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());

        net.Load(FilePath, "*");
        Assert.Equal(saved.Parameters.ToArray(), net.Parameters.ToArray());
    }
}
