using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// Saves and loads parameters and buffers in the safetensors format (https://github.com/huggingface/safetensors), with names and layouts of a
/// PyTorch <c>state_dict</c>. What <c>Save</c> and <c>Load</c> of a network call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Safetensors
{
    /// <summary>Bytes read at once: bounded whatever a file says of itself, and a multiple of every element size.</summary>
    private const int Chunk = 1 << 16;

    /// <summary>
    /// Writes all parameters and behind them the buffers: float as F32, double as F64, counters as I64. The file appears under its name only once it is complete and on the disk;
    /// until then a file of that name stays as it was.
    /// </summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="network">The network's name, noted in the metadata.</param>
    /// <param name="parameters">The parameters; the buffers of their network belong to them.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, string network, ParameterSet parameters)
    {
        Write(path, parameters, MetadataWriter.Plain(network));
    }

    /// <summary>Writes all parameters and buffers with the network's metadata.</summary>
    /// <inheritdoc cref="Save(string, string, ParameterSet)"/>
    internal static void Save(string path, NetworkInfo info, ModelMetadata metadata, ParameterSet parameters) =>
        Write(path, parameters, MetadataWriter.Write(info, metadata));

    /// <summary>
    /// Reads parameters and buffers: all of them or, after any problem, none. F16, BF16, F32 and F64 are converted to the network's type: exactly to a wider one,
    /// rounded to a narrower one. Values that are NaN or infinite are taken as they are, as PyTorch does, but for variances that are
    /// NaN or negative and for negative counters.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="parameters">The parameters to overwrite, frozen ones included.</param>
    /// <param name="pattern">
    /// Null: the file must hold exactly the network's tensors. Otherwise a glob (* and ?): only parameters and buffers whose names match are taken;
    /// they must be in the file, which may hold others.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; the message names file, tensor and reason.</exception>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> matches nothing of the network.</exception>
    public static void Load(string path, string network, ParameterSet parameters, string? pattern = null)
    {
        using var file = TensorFile.Open(path);
        Take(path, network, file, SafetensorsMatch.Pair(path, network, file.Entries, parameters, pattern));
    }

    /// <summary>Reads all parameters and buffers, and the metadata, of a file of the same architecture. A file that does not tell its architecture must fit by its tensors alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="info">The network.</param>
    /// <param name="metadata">What takes over the file's.</param>
    /// <param name="parameters">The parameters to overwrite, frozen ones included.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or does not fit: the message names tensors and layers. Nothing has changed.</exception>
    internal static void Load(string path, NetworkInfo info, ModelMetadata metadata, ParameterSet parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = TensorFile.Open(path);
        var found = MetadataReader.Read(path, file.Metadata);
        var differences = found.SpecHash == info.SpecHash ? [] : ArchitectureDifference.Between(info.Name, found.Architecture, info.Architecture);
        var pairs = SafetensorsMatch.Pair(path, info.Name, file.Entries, parameters, pattern: null, differences);
        if (differences.Count > 0)
        {
            throw SafetensorsMatch.Refusal(path, info.Name, differences, " All tensors would fit: if that is what you want, Load(path, \"*\") takes them.");
        }

        MetadataReader.RequireClasses(path, found, metadata);
        Take(path, info.Name, file, pairs);
        metadata.TakeOver(found);
    }

    // No checksum: another program may give the tensors other values and keep the metadata.
    private static void Write(string path, ParameterSet parameters, IEnumerable<KeyValuePair<string, string>> metadata) =>
        TensorFile.Write(path, [.. StoredTensor.Of(parameters).Select(tensor => tensor.Source)], metadata, checksum: false);

    private static void Take(string path, string network, TensorFileReader file, List<(StoredTensor Target, SafetensorsEntry Tensor)> pairs)
    {
        // Everything is read before the first value changes, so that a failing disk leaves the network as it was.
        var (commits, problems) = (new List<Action>(pairs.Count), new List<string>());
        var chunk = new byte[Chunk];
        foreach (var (target, tensor) in pairs)
        {
            var (commit, problem) = target.Stage(file, tensor, chunk);
            if (commit is null)
            {
                problems.Add($"{target.Kind} '{target.Name}' {problem}");
            }
            else
            {
                commits.Add(commit);
            }
        }

        if (problems.Count > 0)
        {
            throw SafetensorsMatch.Refusal(path, network, problems, "");
        }

        commits.ForEach(commit => commit());
    }
}
