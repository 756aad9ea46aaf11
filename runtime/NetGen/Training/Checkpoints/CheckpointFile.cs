using System.Text.Json;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A training's state as one safetensors file: parameters and buffers under their names, the rest under prefixed ones, numbers in the metadata.</summary>
internal static class CheckpointFile
{
    private const string StateKey = "netgen.training";

    public static void Write(string path, FitState state, IReadOnlyList<KeyValuePair<string, string>> identity, FitStart start, int epochs)
    {
        var stored = state.Store(identity, start, epochs);
        var parameters = ParameterBlock.For(state.Parameters);
        parameters.CopyFromParameters();
        var tensors = new List<TensorSource>();
        foreach (var (prefix, block) in state.Blocks(parameters, stored.Best.Epoch is not null))
        {
            for (int i = 0; i < block.Tensors.Count; i++)
            {
                var (index, tensor) = (i, block.Tensors[i]);
                tensors.Add(TensorSource.Filled(prefix + tensor.Name, tensor.Type, tensor.Shape, bytes => block.Read(index, bytes)));
            }
        }

        TensorFile.Write(path, tensors, new Dictionary<string, string> { [StateKey] = StoredFitJson.Write(stored) });
    }

    /// <summary>Reads a state; whatever is wrong with the file is found before anything changes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">Overwritten.</param>
    /// <param name="check">Looks at the record first, and may throw.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or no checkpoint.</exception>
    public static void Read(string path, FitState state, Action<StoredFit> check)
    {
        using var file = TensorFile.Open(path, checksum: true);
        var stored = ReadRecord(path, file);
        check(stored);
        var parameters = ParameterBlock.For(state.Parameters);
        var reads = new List<(ParameterBlock Block, int Tensor, byte[] Bytes)>();
        foreach (var (prefix, block) in state.Blocks(parameters, stored.Best.Epoch is not null))
        {
            for (int i = 0; i < block.Tensors.Count; i++)
            {
                reads.Add((block, i, ReadTensor(path, file, prefix + block.Tensors[i].Name, block.Tensors[i].Type, block.Tensors[i].Shape)));
            }
        }

        state.RestoreParts(stored);
        foreach (var (block, tensor, bytes) in reads)
        {
            block.Write(tensor, bytes);
        }

        parameters.CopyToParameters();
        state.Restore(stored);
    }

    private static byte[] ReadTensor(string path, TensorFileReader file, string name, string type, IReadOnlyList<int> shape)
    {
        if (file.Find(name) is not { } entry || entry.Type != type || !entry.Shape.SequenceEqual(shape.Select(extent => (long)extent)))
        {
            throw new InvalidDataException($"'{path}' is no checkpoint of this network: it has no tensor '{name}' of type {type} and shape {Shapes.Format(shape)}.");
        }

        var bytes = new byte[entry.End - entry.Begin];
        file.Read(name, bytes);
        return bytes;
    }

    private static StoredFit ReadRecord(string path, TensorFileReader file)
    {
        if (!file.Metadata.TryGetValue(StateKey, out string? text))
        {
            throw new InvalidDataException($"'{path}' is no checkpoint of a training: it has no '{StateKey}' in its metadata.");
        }

        try
        {
            var stored = StoredFitJson.Read(text);
            return stored.Version == StoredFit.CurrentVersion
                ? stored
                : throw new InvalidDataException($"'{path}' is a checkpoint of version {stored.Version}; this version of NetGen reads version {StoredFit.CurrentVersion}.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"'{path}' cannot be read as a checkpoint: {problem.Message}", problem);
        }
    }
}
