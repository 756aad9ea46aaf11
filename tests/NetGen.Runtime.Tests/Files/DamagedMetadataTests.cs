using System.Text;

namespace NetGen.Runtime.Tests.Files;

public sealed class DamagedMetadataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    private static ModelCore Described()
    {
        var model = ModelCore.Small();
        model.Metadata.ClassNames = ["cat", "dog", "猫"];
        model.Metadata.Normalization = new Normalization(0.5, 0.25);
        model.Metadata["note"] = "mine";
        return model;
    }

    /// <summary>A right file in which one metadata text is another; null: is missing.</summary>
    private void Write(string key, string? text)
    {
        var model = Described();
        var texts = MetadataWriter.Write(model.Description, model.Metadata).Where(entry => entry.Key != key).ToList();
        if (text is not null)
        {
            texts.Add(new(key, text));
        }

        TensorFile.Write(FilePath, [.. StoredTensor.Of(model.Storage.Parameters).Select(tensor => tensor.Source)], texts, checksum: false);
    }

    private string Refused()
    {
        var model = ModelCore.Fresh();
        float[] before = model.Values;
        var error = Assert.Throws<InvalidDataException>(() => model.Load(FilePath));
        Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, model.Values);
        Assert.Null(model.Metadata.ClassNames);
        Assert.Empty(model.Metadata.Entries);

        model.Load(FilePath, "*");
        Assert.Equal(ModelCore.Small().Values, model.Values);
        return error.Message;
    }

    [Theory]
    [InlineData("netgen.class_names", "[\"cat\"", "not a JSON array of strings")]
    [InlineData("netgen.class_names", "[\"cat\",1,\"dog\"]", "not a JSON array of strings")]
    [InlineData("netgen.class_names", "[\"cat\",null,\"dog\"]", "not a JSON array of strings")]
    [InlineData("netgen.class_names", "[\"cat\",\"\\ud83d\",\"dog\"]", "not a JSON array of strings")]
    [InlineData("netgen.class_names", "{}", "not a JSON array of strings")]
    [InlineData("netgen.class_names", "[\"cat\"]", "1 class names are given, but DigitNet has 3 outputs")]
    [InlineData("netgen.normalization", "{\"mean\":1}", "a standard_deviation above zero")]
    [InlineData("netgen.normalization", "{\"mean\":1,\"standard_deviation\":0}", "a standard_deviation above zero")]
    [InlineData("netgen.normalization", "{\"mean\":1e999,\"standard_deviation\":1}", "a finite mean")]
    [InlineData("netgen.normalization", "[]", "not a JSON object")]
    [InlineData("netgen.normalization", "{\"mean\":[1,2],\"standard_deviation\":[1]}", "equally many of both")]
    [InlineData("netgen.normalization", "{\"mean\":[],\"standard_deviation\":[]}", "equally many of both")]
    [InlineData("netgen.normalization", "{\"mean\":[1,[2]],\"standard_deviation\":[1,1]}", "not a JSON object")]
    [InlineData("netgen.normalization", "{\"mean\":[1,2],\"standard_deviation\":[1,0]}", "above zero")]
    [InlineData("netgen.spec_hash", "abc", "is 'abc', which is not the SHA-256 of its 'netgen.architecture'")]
    [InlineData("netgen.architecture", "netgen 1\n", "which is not the SHA-256")]
    [InlineData("netgen.format", "one", "is 'one', not a number from 1")]
    [InlineData("netgen.format", "0", "is '0', not a number from 1")]
    [InlineData("netgen.format", null, "is missing")]
    [InlineData("netgen.spec_hash", null, "is missing")]
    [InlineData("netgen.architecture", null, "is missing")]
    [InlineData("netgen.version", null, "is missing")]
    public void Damaged_text_is_refused_with_file_key_and_reason(string key, string? text, string reason)
    {
        Write(key, text);
        string message = Refused();
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains(key, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Absurdly_long_text_is_not_quoted_whole()
    {
        Write("netgen.class_names", new string('[', 1_000_000));
        Assert.InRange(Refused().Length, 100, 1000);
    }

    [Fact]
    public void Newer_format_is_refused_with_both_versions()
    {
        Write("netgen.format", "2");
        string message = Refused();
        Assert.Contains("has metadata of format 2", message, StringComparison.Ordinal);
        Assert.Contains($"this is NetGen {WriterVersion.Text}, which reads formats up to 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_that_this_version_does_not_know_is_ignored()
    {
        Write("netgen.licence", "MIT");
        var model = ModelCore.Fresh();
        model.Load(FilePath);
        Assert.Equal([new("note", "mine")], model.Metadata.Entries);
    }

    [Fact]
    public void Three_hundred_mutated_headers_are_refused_by_name_or_load_whole()
    {
        Described().Save(FilePath);
        byte[] intact = File.ReadAllBytes(FilePath);
        float[] saved = Described().Values;
        int metadata = Encoding.UTF8.GetString(intact).IndexOf("\"dense1.weight\"", StringComparison.Ordinal), refused = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            byte[] damaged = [.. intact];
            for (int i = 0; i <= seed % 3; i++)
            {
                damaged[random.Next(8, metadata)] = (byte)random.Next(0x20, 0x7f);
            }

            var model = ModelCore.Fresh();
            float[] before = model.Values;
            string path = _folder.File("damaged.safetensors", damaged);
            try
            {
                model.Load(path);
                Assert.True(saved.SequenceEqual(model.Values), $"seed {seed}: loaded in part");
            }
            catch (InvalidDataException error)
            {
                refused++;
                Assert.True(error.Message.Contains(path, StringComparison.Ordinal), $"seed {seed}: {error.Message}");
                Assert.True(before.SequenceEqual(model.Values) && model.Metadata.ClassNames is null, $"seed {seed}: changed although refused");
            }
        }

        Assert.InRange(refused, 150, 299);
    }
}
