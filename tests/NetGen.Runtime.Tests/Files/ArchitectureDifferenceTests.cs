namespace NetGen.Runtime.Tests.Files;

public sealed class ArchitectureDifferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    private string Refused(ModelCore saved)
    {
        saved.Metadata["note"] = "of the file";
        saved.Save(FilePath);
        var model = ModelCore.Fresh();
        float[] before = model.Values;
        string message = Assert.Throws<InvalidDataException>(() => model.Load(FilePath)).Message;
        Assert.Equal(before, model.Values);
        Assert.Empty(model.Metadata.Entries);
        return message;
    }

    [Fact]
    public void Another_activation_is_named_and_the_weights_can_be_taken_all_the_same()
    {
        Assert.Equal(
            $"'{FilePath}' does not fit DigitNet, nothing of it was taken: layer 2 is Tanh in the file, ReLU in DigitNet. All tensors would fit: if that is what you want, Load(path, \"*\") takes them.",
            Refused(ModelCore.Small("Tanh")));

        var model = ModelCore.Fresh();
        model.Load(FilePath, "*");
        Assert.Equal(ModelCore.Small().Values, model.Values);
    }

    [Fact]
    public void Another_argument_is_named() =>
        Assert.Contains("layer 2 is LeakyReLU(0.01) in the file, ReLU in DigitNet.", Refused(ModelCore.Small("LeakyReLU(0.01)")), StringComparison.Ordinal);

    [Fact]
    public void Another_link_function_is_named() =>
        Assert.Contains("the function behind the last layer is Sigmoid in the file, Softmax in DigitNet.", Refused(ModelCore.Small(link: "Sigmoid")), StringComparison.Ordinal);

    [Fact]
    public void Tensors_that_do_not_fit_come_first_and_the_layers_behind_them()
    {
        string message = Refused(ModelCore.Small(hidden: 2));
        Assert.Contains("weight 'dense1.weight' is 2×4 in the file, 3×4 in DigitNet; ", message, StringComparison.Ordinal);
        Assert.Contains(". The architectures differ: layer 1 is Dense(2) in the file, Dense(3) in DigitNet; layer 2 is ReLU 2 -> 2 in the file, ReLU 3 -> 3 in DigitNet; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_number_type_or_class_name_is_no_difference()
    {
        ModelCore.Small(precision: "Double", name: "OtherNet").Save(FilePath);
        var model = ModelCore.Fresh();
        model.Load(FilePath);
        Assert.Equal(ModelCore.Small().Values, model.Values);
    }

    [Fact]
    public void File_without_an_architecture_loads_by_its_tensors()
    {
        var saved = ModelCore.Small();
        Safetensors.Save(FilePath, "Anything", saved.Storage.Parameters);
        var model = ModelCore.Fresh();
        model.Load(FilePath);
        Assert.Equal(saved.Values, model.Values);
    }

    [Theory]
    [InlineData("a,b,c", "a,x,b,c", "layer 2 of the network, x, is not in the file")]
    [InlineData("a,x,b,c", "a,b,c", "layer 2 of the file, x, is not in the network")]
    [InlineData("a,b,c", "a,b", "layer 3 of the file, c, is not in the network")]
    [InlineData("a,a", "a", "layer 2 of the file, a, is not in the network")]
    [InlineData("a,b", "b,a", "layer 1 is a in the file, b in the network;layer 2 is b in the file, a in the network")]
    [InlineData("a 1 -> 2 (x.weight)", "a 1 -> 2 (y.weight)", "layer 1 is a 1 -> 2 (x.weight) in the file, a 1 -> 2 (y.weight) in the network")]
    [InlineData("a", "a", "")]
    public void Common_layers_at_both_ends_are_set_off_first(string file, string own, string expected)
    {
        string[] Lines(string layers) => ["netgen 1", "input 4", .. layers.Split(','), "output Identity"];
        Assert.Equal(expected, string.Join(';', ArchitectureDifference.Between("the network", Lines(file), Lines(own))));
    }

    [Fact]
    public void Another_input_is_named() => Assert.Equal(
        ["the input is 1×28×28 in the file, 784 in DigitNet"],
        ArchitectureDifference.Between("DigitNet", ["netgen 1", "input 1×28×28", "output Identity"], ["netgen 1", "input 784", "output Identity"]));
}
