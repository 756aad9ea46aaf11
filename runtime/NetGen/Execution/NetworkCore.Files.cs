namespace NetGen.Runtime;

public abstract partial class NetworkCore<T>
{
    /// <summary>Writes all parameters to a safetensors file.</summary>
    /// <param name="path">The file, replaced as a whole.</param>
    public void Save(string path) => Safetensors.Save(path, Info.Name, Storage.Parameters);

    /// <summary>Reads parameters from a safetensors file: all of it is right, or nothing changes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pattern">Which parameters, by name with <c>*</c> and <c>?</c>; null for exactly all.</param>
    public void Load(string path, string? pattern = null) => Safetensors.Load(path, Info.Name, Storage.Parameters, pattern);
}
