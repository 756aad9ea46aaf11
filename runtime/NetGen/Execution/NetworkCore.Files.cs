namespace NetGen.Runtime;

public abstract partial class NetworkCore<T>
{
    private ModelMetadata? _metadata;

    /// <summary>What the file says besides parameters and buffers.</summary>
    public ModelMetadata Metadata => _metadata ?? LazyInitializer.EnsureInitialized(ref _metadata, () => _layout.Weights is { } weights ? weights.ReadMetadata(Info) : new ModelMetadata(Info));

    /// <summary>Writes all parameters, buffers and the metadata to a safetensors file.</summary>
    /// <param name="path">The file, replaced as a whole.</param>
    public void Save(string path) => Safetensors.Save(path, Info, Metadata, Storage.Parameters);

    /// <summary>Writes all parameters, buffers and the metadata as kernels keep them.</summary>
    /// <param name="path">The file, replaced as a whole.</param>
    public void SaveCompiled(string path) => CompiledWeights.Save(path, Info, Metadata, Storage);

    /// <summary>Reads all parameters, buffers and the metadata from a safetensors file: all of it is right, or nothing changes.</summary>
    /// <param name="path">The file.</param>
    public void Load(string path) => Safetensors.Load(path, Info, Metadata, Storage.Parameters);

    /// <summary>Reads parameters and buffers from a safetensors file of any architecture; the metadata stay as they are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pattern">Which of them, by name with <c>*</c> and <c>?</c>.</param>
    public void Load(string path, string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Safetensors.Load(path, Info.Name, Storage.Parameters, pattern);
    }
}
