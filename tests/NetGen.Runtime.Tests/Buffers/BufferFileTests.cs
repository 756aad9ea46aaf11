using System.Buffers.Binary;
using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Buffers;

public sealed class BufferFileTests : IDisposable
{
    private const int Features = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static NormNetwork Trained()
    {
        var network = new NormNetwork(Features);
        var (inputs, targets) = NormNetwork.Batch(Features, 6);
        network.Step(inputs, targets, new Sgd(0.1));
        network.Count = long.MaxValue - 1;
        return network;
    }

    private string Saved(NormNetwork network)
    {
        network.Save(_folder.File("norm.safetensors"));
        return _folder.File("norm.safetensors");
    }

    /// <summary>A file with other tensors than it should have.</summary>
    private string Changed(Func<List<TensorSource>, IEnumerable<TensorSource>> change)
    {
        string path = _folder.File("changed.safetensors");
        List<TensorSource> tensors = [.. StoredTensor.Of(Trained().Parameters).Select(tensor => tensor.Source)];
        TensorFile.Write(path, [.. change(tensors)], [], checksum: false);
        return path;
    }

    private static string Refused(string path, string? pattern = null)
    {
        var network = new NormNetwork(Features);
        string[] before = network.State;
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            if (pattern is null)
            {
                network.Load(path);
            }
            else
            {
                network.Load(path, pattern);
            }
        });
        Assert.Equal(before, network.State);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    private static TensorSource Values(string name, string type, int[] shape, Func<int, double> value) => TensorSource.Filled(name, type, shape, bytes =>
    {
        for (int i = 0; i < shape.Aggregate(1, (product, extent) => product * extent); i++)
        {
            switch (type)
            {
                case "I64":
                    BinaryPrimitives.WriteInt64LittleEndian(bytes[(8 * i)..], (long)value(i));
                    break;
                case "F64":
                    BinaryPrimitives.WriteDoubleLittleEndian(bytes[(8 * i)..], value(i));
                    break;
                default:
                    BinaryPrimitives.WriteSingleLittleEndian(bytes[(4 * i)..], (float)value(i));
                    break;
            }
        }
    });

    private static IEnumerable<TensorSource> Replaced(IEnumerable<TensorSource> tensors, TensorSource other) => tensors.Select(tensor => tensor.Name == other.Name ? other : tensor);

    [Fact]
    public void Saved_network_is_loaded_bit_by_bit()
    {
        var (saved, loaded) = (Trained(), new NormNetwork(Features));
        loaded.Load(Saved(saved));
        Assert.Equal(saved.State, loaded.State);
    }

    [Fact]
    public void File_has_the_buffers_behind_the_parameters_in_PyTorchs_types()
    {
        using var file = TensorFile.Open(Saved(Trained()));
        Assert.Equal(
            ["dense1.weight F32 5", "dense1.bias F32 1", "norm.running_mean F32 5", "norm.running_var F32 5", "norm.num_batches_tracked I64 scalar"],
            file.Entries.Select(entry => $"{entry.Name} {entry.Type} {Shapes.Format(entry.Shape)}"));
    }

    [Fact]
    public void Network_in_double_precision_writes_and_reads_F64()
    {
        var (saved, loaded) = (NormLayouts.Storage<double>(), NormLayouts.Storage<double>());
        saved.Buffers[0].CopyFrom([0.1, 0.2, 0.3, 0.4, 0.5]);
        Safetensors.Save(_folder.File("wide.safetensors"), "NormNet", saved.Parameters);
        Safetensors.Load(_folder.File("wide.safetensors"), "NormNet", loaded.Parameters);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], ((NetworkBuffer<double>)loaded.Buffers[0]).ToArray());
    }

    [Fact]
    public void Pattern_takes_buffers_too()
    {
        var (saved, loaded) = (Trained(), new NormNetwork(Features));
        float[] weights = loaded.Parameters.ToArray();
        loaded.Load(Saved(saved), "norm.*");
        Assert.Equal(saved.State[^11..], loaded.State[^11..]);
        Assert.Equal(weights, loaded.Parameters.ToArray());
        var error = Assert.Throws<ArgumentException>(() => loaded.Load(Saved(saved), "conv*"));
        Assert.Contains("matches no parameter or buffer of NormNet", error.Message, StringComparison.Ordinal);
        Assert.Contains("its buffers are norm.running_mean,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_extra_buffers_are_told_by_name()
    {
        Assert.Contains("buffer 'norm.num_batches_tracked' (scalar) is not in the file", Refused(Changed(tensors => tensors[..4])), StringComparison.Ordinal);
        Assert.Contains("buffer 'norm.running_mean' (5) is not in the file", Refused(Changed(tensors => tensors[..2]), "*mean"), StringComparison.Ordinal);
        Assert.Contains(
            "tensor 'norm2.running_mean' (2) of the file is not in NormNet",
            Refused(Changed(tensors => [.. tensors, Values("norm2.running_mean", "F32", [2], _ => 0)])), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_shapes_and_types_are_told()
    {
        Assert.Contains(
            "buffer 'norm.running_var' is 6 in the file, 5 in NormNet",
            Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Variance, "F32", [6], _ => 1)))), StringComparison.Ordinal);
        Assert.Contains(
            "buffer 'norm.num_batches_tracked' is 1 in the file, scalar in NormNet",
            Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Count, "I64", [1], _ => 1)))), StringComparison.Ordinal);
        Assert.Contains(
            "buffer 'norm.num_batches_tracked' has the type F32 in the file; I64 can be read",
            Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Count, "F32", [], _ => 1)))), StringComparison.Ordinal);
        Assert.Contains(
            "buffer 'norm.running_mean' has the type I64 in the file; F16,",
            Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Mean, "I64", [5], _ => 1)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Negative_or_missing_variance_is_refused(double value) => Assert.Contains(
        "nothing of it was taken: buffer 'norm.running_var' has",
        Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Variance, "F64", [5], i => i == 3 ? value : 1)))), StringComparison.Ordinal);

    [Fact]
    public void Negative_counter_is_refused() => Assert.Contains(
        "buffer 'norm.num_batches_tracked' is -5, but a count of batches is 0 or more",
        Refused(Changed(tensors => Replaced(tensors, Values(NormLayouts.Count, "I64", [], _ => -5)))), StringComparison.Ordinal);

    [Fact]
    public void Damaged_file_is_refused_whole_or_loads_values_that_a_network_can_have()
    {
        byte[] intact = File.ReadAllBytes(Saved(Trained()));
        int head = 8 + (int)BitConverter.ToUInt64(intact), refused = 0;
        for (int seed = 0; seed < 600; seed++)
        {
            byte[] damaged = seed % 3 == 0 ? Mutations.EditHeader(intact, seed) : Mutations.Damage(intact, seed / 3, seed % 3 == 1 ? head : intact.Length);
            string path = _folder.File("damaged.safetensors", damaged);
            var network = new NormNetwork(Features);
            string[] before = network.State;
            try
            {
                network.Load(path);
            }
            catch (InvalidDataException error)
            {
                refused++;
                Assert.True(error.Message.Contains(path, StringComparison.Ordinal), $"seed {seed}: {error.Message}");
                Assert.True(before.SequenceEqual(network.State), $"seed {seed}: values changed although the file was refused");
            }

            Assert.True(network.Count >= 0 && network.Variance.All(value => value >= 0), $"seed {seed}: a variance or a count is negative");
        }

        Assert.InRange(refused, 300, 599);
    }
}
