using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.Shipping.Tests.PyTorch;

/// <summary>Weights that PyTorch saved come out of NetGen as they went in: names, shapes, types and bits, for every layer that has any.</summary>
public sealed class RoundTripTests
{
    private static readonly Dictionary<string, Action<string, string>> Networks = new(StringComparer.Ordinal)
    {
        ["dense"] = (from, to) => Pass(new DenseLayer(), from, to),
        ["conv1d"] = (from, to) => Pass(new Conv1DLayer(), from, to),
        ["conv2d"] = (from, to) => Pass(new Conv2DLayer(), from, to),
        ["convtranspose2d"] = (from, to) => Pass(new ConvTranspose2DLayer(), from, to),
        ["batchnorm"] = (from, to) => Pass(new BatchNormLayer(), from, to),
        ["layernorm"] = (from, to) => Pass(new LayerNormLayer(), from, to),
        ["groupnorm"] = (from, to) => Pass(new GroupNormLayer(), from, to),
        ["rmsnorm"] = (from, to) => Pass(new RMSNormLayer(), from, to),
        ["prelu"] = (from, to) => Pass(new PReLULayer(), from, to),
        ["embedding"] = (from, to) => Pass(new EmbeddingLayers(), from, to),
        ["rnn"] = (from, to) => Pass(new RnnLayer(), from, to),
        ["lstm"] = (from, to) => Pass(new LstmLayer(), from, to),
        ["gru"] = (from, to) => Pass(new GruLayer(), from, to),
        ["selfattention"] = (from, to) => Pass(new SelfAttentionLayer(), from, to),
        ["parameter"] = (from, to) => Pass(new RawParameter(), from, to),
    };

    public static TheoryData<string> Layers => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Weights_of_PyTorch_keep_their_bits(string layer)
    {
        using var folder = new TemporaryFolder();
        var (stored, saved) = (Path.Combine(Stored(), layer + ".safetensors"), folder.File("saved"));

        Networks[layer](stored, saved);

        Assert.Equal(Tensors(stored), Tensors(saved));
        if (Environment.GetEnvironmentVariable("NETGEN_ROUND_TRIP") is { Length: > 0 } keep)
        {
            File.Copy(saved, Path.Combine(keep, layer + ".safetensors"), overwrite: true);
        }
    }

    private static void Pass(INetwork network, string from, string to)
    {
        network.Load(from);
        network.Save(to);
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
