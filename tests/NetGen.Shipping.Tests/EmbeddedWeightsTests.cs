using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NetGen.Shipping.Tests;

/// <summary>Weights that are part of the program.</summary>
public sealed class EmbeddedWeightsTests
{
    [Fact]
    public void Network_starts_with_the_answers_of_the_one_that_was_saved() =>
        Assert.Equal(StoredSmall().Predict(Trained.Inputs(6)), new SmallShipped().Predict(Trained.Inputs(6)));

    [Fact]
    public void Tables_start_as_they_were_saved() =>
        Assert.Equal(StoredTokens().Predict(Trained.TokenInputs), new TokensShipped().Predict(Trained.TokenInputs));

    [Fact]
    public void Parameters_buffers_and_metadata_come_along()
    {
        var (saved, shipped) = (StoredSmall(), new SmallShipped());

        Assert.Equal(saved.Parameters["dense1.weight"].ToArray(), shipped.Parameters["dense1.weight"].ToArray());
        Assert.Equal(5, ((NetworkCounter)shipped.Buffers["batchnorm1.num_batches_tracked"]).Value);
        Assert.Equal(["a", "b", "c"], shipped.Metadata.ClassNames!);
        Assert.Equal("fünf Schritte", shipped.Metadata["note"]);
    }

    [Fact]
    public void Each_network_has_a_copy_of_its_own_and_trains_on()
    {
        var (first, second) = (new SmallContinued(1), new SmallContinued(1));
        var before = second.Predict(Trained.Inputs(6));

        first.Step(Trained.Inputs(6), [0, 1, 2, 0, 1, 2, 0], new Adam(0.1));

        Assert.NotEqual(before, first.Predict(Trained.Inputs(6)));
        Assert.Equal(before, second.Predict(Trained.Inputs(6)));
    }

    [Fact]
    public void Gradients_are_those_of_the_network_that_was_saved()
    {
        var (saved, shipped) = (StoredSmall(), new SmallContinued(7));
        var (expected, actual) = (new float[saved.Parameters.Length], new float[saved.Parameters.Length]);
        var weights = new float[3 * Trained.Samples];
        Array.Fill(weights, 1);

        saved.Backward(Trained.Inputs(6), weights, expected);
        shipped.Backward(Trained.Inputs(6), weights, actual);

        Assert.Equal(expected, actual);
    }

    /// <summary>The file may only change together with the version in its head, or old files would be taken for something else. Accepted like a snapshot.</summary>
    [Theory]
    [InlineData("small")]
    [InlineData("tokens")]
    public void Format_is_as_accepted(string name)
    {
        using var folder = new TemporaryFolder();
        Write(name, folder.File(name + ".netgen"), folder.File(name + ".safetensors"));
        if (Environment.GetEnvironmentVariable("NETGEN_ACCEPT_SNAPSHOTS") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            File.Copy(folder.File(name + ".netgen"), Stored(name + ".netgen"), overwrite: true);
            File.Copy(folder.File(name + ".safetensors"), Stored(name + ".safetensors"), overwrite: true);
        }

        var (expected, actual) = (Parts(File.ReadAllBytes(Stored(name + ".netgen"))), Parts(File.ReadAllBytes(folder.File(name + ".netgen"))));
        Assert.Equal(expected.Head, actual.Head);
        // Vectors of other widths add up in another order, so that training ends with other last digits.
        Assert.Equal(expected.Values.Length, actual.Values.Length);
        Assert.All(expected.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    private static void Write(string name, string compiled, string safetensors)
    {
        if (name == "small")
        {
            var net = Trained.Small();
            net.SaveCompiled(compiled);
            net.Save(safetensors);
        }
        else
        {
            var net = Trained.Tokens();
            net.SaveCompiled(compiled);
            net.Save(safetensors);
        }
    }

    /// <summary>The same weights in another file: training would end with other last digits on another machine.</summary>
    private static Small StoredSmall()
    {
        var net = new Small(1);
        net.Load(Stored("small.safetensors"));
        return net;
    }

    private static Tokens StoredTokens()
    {
        var net = new Tokens(1);
        net.Load(Stored("tokens.safetensors"));
        return net;
    }

    private static string Stored(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Weights", file);

    /// <summary>What does not depend on the version of NetGen: head without length of texts and checksum, and the values.</summary>
    private static (byte[] Head, float[] Values) Parts(byte[] file)
    {
        var texts = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(28));
        var values = new float[BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(16))];
        Buffer.BlockCopy(file, (128 + texts + 63) / 64 * 64, values, 0, 4 * values.Length);
        return ([.. file[..28], .. file[64..128]], values);
    }
}
