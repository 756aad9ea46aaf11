using System.Text;

namespace NetGen.Runtime.Tests.Files;

public sealed class ModelMetadataTests : IDisposable
{
    private static readonly string[] Unicode = ["naïve \"cat\"", "猫\n\t\\", "🐈‍⬛", ""];

    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    private static ModelCore Described()
    {
        var model = ModelCore.Small(outputs: 4);
        model.Metadata.ClassNames = Unicode;
        model.Metadata.Normalization = new Normalization(0.1 + 0.2, 1e-300);
        model.Metadata.Preprocessing = """{"columns": ["Größe"]}""";
        model.Metadata["threshold"] = "0.35";
        model.Metadata["a day"] = "2026-11-26";
        return model;
    }

    private static void AssertDescribed(ModelMetadata metadata)
    {
        Assert.Equal(Unicode, metadata.ClassNames);
        Assert.Equal(new Normalization(0.1 + 0.2, 1e-300), metadata.Normalization);
        Assert.Equal("""{"columns": ["Größe"]}""", metadata.Preprocessing);
        Assert.Equal([new("a day", "2026-11-26"), new("threshold", "0.35")], metadata.Entries);
    }

    [Fact]
    public void Normalisation_of_channels_comes_back_to_the_last_bit()
    {
        var model = ModelCore.Small();
        model.Metadata.Normalization = new Normalization([0.1 + 0.2, -1, 1e300], [1e-300, 1 / 3.0, 7]);
        model.Save(FilePath);
        Assert.Equal(model.Metadata.Normalization, ModelMetadata.Read(FilePath).Normalization);
    }

    [Fact]
    public void Loading_a_whole_model_takes_the_metadata_over_whatever_is_in_them()
    {
        Described().Save(FilePath);
        var loaded = ModelCore.Small(outputs: 4);
        loaded.Metadata["old"] = "gone";
        loaded.Load(FilePath);
        AssertDescribed(loaded.Metadata);
    }

    [Fact]
    public void Metadata_are_read_without_the_network()
    {
        var saved = Described();
        saved.Save(FilePath);
        var read = ModelMetadata.Read(FilePath);
        AssertDescribed(read);
        Assert.Equal(("DigitNet", saved.Metadata.SpecHash, saved.Metadata.NetGenVersion), (read.Network, read.SpecHash, read.NetGenVersion));
        Assert.Equal(saved.Metadata.Architecture, read.Architecture);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+(-[a-z0-9.]+)?$", read.NetGenVersion);
    }

    [Fact]
    public void Loading_by_a_pattern_leaves_the_metadata_alone()
    {
        Described().Save(FilePath);
        var loaded = ModelCore.Small(outputs: 4);
        loaded.Metadata["own"] = "kept";
        loaded.Load(FilePath, "dense1.*");
        Assert.Equal([new("own", "kept")], loaded.Metadata.Entries);
        Assert.Null(loaded.Metadata.ClassNames);
    }

    [Fact]
    public void Equal_networks_make_equal_files_in_whatever_order_entries_were_made()
    {
        Described().Save(FilePath);
        byte[] first = File.ReadAllBytes(FilePath);
        var other = Described();
        other.Metadata["a day"] = null;
        other.Metadata["a day"] = "2026-11-26";
        other.Save(FilePath);
        Assert.Equal(first, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Text_stays_readable_in_the_file()
    {
        Described().Save(FilePath);
        string header = Encoding.UTF8.GetString(File.ReadAllBytes(FilePath));
        Assert.Contains("\"netgen.preprocessing\":\"{\\\"columns\\\": [\\\"Größe\\\"]}\"", header, StringComparison.Ordinal);
        Assert.Contains("\"netgen.architecture\":\"netgen 1\\nprecision Single\\ninput 4\\n", header, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_another_program_has_its_own_texts_as_entries_and_nothing_else()
    {
        TensorFile.Write(FilePath, [], [new("format", "pt"), new("license", "MIT")], checksum: false);
        var read = ModelMetadata.Read(FilePath);
        Assert.Equal([new("license", "MIT")], read.Entries);
        Assert.Null(read.Network);
        Assert.Null(read.NetGenVersion);
        Assert.Null(read.SpecHash);
        Assert.Null(read.ClassNames);
        Assert.Empty(read.Architecture);
    }

    [Theory]
    [InlineData(3, 2, "2 class names are given, but DigitNet has 3 outputs: a name for each is needed.")]
    [InlineData(1, 3, "or two, of the answers near 0 and near 1")]
    public void Class_names_that_are_not_as_many_as_the_classes_are_refused(int outputs, int names, string expected)
    {
        var metadata = ModelCore.Small(outputs: outputs).Metadata;
        var error = Assert.Throws<ArgumentException>(() => metadata.ClassNames = new string[names]);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Null(metadata.ClassNames);
    }

    [Fact]
    public void Single_output_may_have_two_class_names()
    {
        var model = ModelCore.Small(outputs: 1, link: "Sigmoid");
        model.Metadata.ClassNames = ["ham", "spam"];
        model.Save(FilePath);
        Assert.Equal(["ham", "spam"], ModelMetadata.Read(FilePath).ClassNames);
    }

    [Fact]
    public void Texts_that_a_file_cannot_hold_are_refused_when_they_are_set()
    {
        var metadata = ModelCore.Small().Metadata;
        Assert.Throws<ArgumentException>(() => metadata.ClassNames = ["a", "\ud83d", "c"]);
        Assert.Throws<ArgumentException>(() => metadata.ClassNames = ["a", null!, "c"]);
        Assert.Throws<ArgumentException>(() => metadata.Preprocessing = "\udc08");
        Assert.Throws<ArgumentException>(() => metadata["note"] = "\udc08");
        Assert.Contains("'netgen.mine'", Assert.Throws<ArgumentException>(() => metadata["netgen.mine"] = "x").Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => metadata["format"] = "np");
        Assert.Empty(metadata.Entries);
    }

    [Fact]
    public void What_the_training_set_says_replaces_what_was_there()
    {
        var set = Dataset.From(new float[8], [0, 2], 4).WithClassNames("a", "b", "c").WithNormalization(new Normalization(1, 2)).WithPreprocessing("table");
        var metadata = ModelCore.Small().Metadata;
        metadata.Normalization = new Normalization(3, 4);
        metadata.Complete(set);
        Assert.Equal(["a", "b", "c"], metadata.ClassNames);
        Assert.Equal(new Normalization(1, 2), metadata.Normalization);
        Assert.Equal("table", metadata.Preprocessing);
        metadata.Complete(Dataset.From(new float[8], [0, 2], 4));
        Assert.Equal(("table", new Normalization(1, 2)), (metadata.Preprocessing, metadata.Normalization));

        var wider = ModelCore.Small(outputs: 5).Metadata;
        wider.Complete(set);
        Assert.Null(wider.ClassNames);
    }

    [Fact]
    public void Printed_metadata_show_what_is_known() => Assert.Equal(
        $"""
        Network        DigitNet, NetGen {WriterVersion.Text}
        Classes        a, b, c
        Normalization  mean 0.5, standard deviation 0.25
        threshold      0.35
        """.ReplaceLineEndings("\n"),
        Printed().ToString());

    private static ModelMetadata Printed()
    {
        var metadata = ModelCore.Small().Metadata;
        metadata.ClassNames = ["a", "b", "c"];
        metadata.Normalization = new Normalization(0.5, 0.25);
        metadata["threshold"] = "0.35";
        return metadata;
    }
}
