using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Shipping.Tests.PyTorch;

/// <summary>Weights that PyTorch saved come out of NetGen as they went in: names, shapes, types and bits, for every layer that has any.</summary>
public sealed class RoundTripTests
{
    private static readonly Dictionary<string, Func<INetwork>> Networks = new(StringComparer.Ordinal)
    {
        ["dense"] = () => new DenseLayer(),
        ["conv1d"] = () => new Conv1DLayer(),
        ["conv2d"] = () => new Conv2DLayer(),
        ["convtranspose2d"] = () => new ConvTranspose2DLayer(),
        ["batchnorm"] = () => new BatchNormLayer(),
        ["layernorm"] = () => new LayerNormLayer(),
        ["groupnorm"] = () => new GroupNormLayer(),
        ["rmsnorm"] = () => new RMSNormLayer(),
        ["prelu"] = () => new PReLULayer(),
        ["embedding"] = () => new EmbeddingLayers(),
        ["rnn"] = () => new RnnLayer(),
        ["lstm"] = () => new LstmLayer(),
        ["gru"] = () => new GruLayer(),
        ["selfattention"] = () => new SelfAttentionLayer(),
        ["parameter"] = () => new RawParameter(),
    };

    public static TheoryData<string> Layers => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Weights_of_PyTorch_keep_their_bits(string layer)
    {
        using var folder = new TemporaryFolder();
        var (stored, saved) = (Path.Combine(Stored(), layer + ".safetensors"), folder.File("saved"));
        var net = Networks[layer]();

        net.Load(stored);
        net.Save(saved);

        Assert.Equal(Tensors(stored), Tensors(saved));
        if (Environment.GetEnvironmentVariable("NETGEN_ROUND_TRIP") is { Length: > 0 } keep)
        {
            File.Copy(saved, Path.Combine(keep, layer + ".safetensors"), overwrite: true);
        }
    }

    private static string Stored([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Files");

    /// <summary>The tensors of a file by name: type, shape and bytes as one text.</summary>
    private static SortedDictionary<string, string> Tensors(string path)
    {
        var file = File.ReadAllBytes(path);
        var length = (int)BitConverter.ToInt64(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var tensors = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            var offsets = entry.Value.GetProperty("data_offsets");
            var (first, last) = (offsets[0].GetInt32(), offsets[1].GetInt32());
            tensors.Add(entry.Name, $"{entry.Value.GetProperty("dtype")} {entry.Value.GetProperty("shape").GetRawText().Replace(" ", "", StringComparison.Ordinal)} {Convert.ToHexString(file.AsSpan(8 + length + first, last - first))}");
        }

        return tensors;
    }
}
