using System.ComponentModel;
using NetGen.Runtime;

namespace NetGen;

/// <summary>What every generated network has, whatever its inputs and targets are.</summary>
public interface INetwork
{
    /// <summary>The architecture: layers, shapes, parameters, cost.</summary>
    public static abstract NetworkInfo Info { get; }

    /// <summary>The named parameters, in the order and the layout of the file.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>What the network keeps and saves besides its parameters.</summary>
    public BufferSet Buffers { get; }

    /// <summary>Where the network's random numbers come from; for checkpoints.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RandomState Random { get; }

    /// <summary>Writes all parameters to a safetensors file, under the names and in the layouts of a PyTorch <c>state_dict</c>.</summary>
    /// <param name="path">The file to write; an existing one is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path);

    /// <summary>Reads all parameters from a safetensors file. A file that does not fit is refused by name, and nothing of it is taken.</summary>
    /// <param name="path">The file to read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or a tensor is missing, extra or of another shape.</exception>
    public void Load(string path);

    /// <summary>Reads the parameters whose names match a pattern; what else the file holds is ignored.</summary>
    /// <param name="path">The file to read.</param>
    /// <param name="pattern">A name, in which <c>*</c> stands for any characters and <c>?</c> for one: <c>dense1.*</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or a matching tensor is missing or of another shape.</exception>
    public void Load(string path, string pattern);
}
