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

    /// <summary>What the network keeps and saves besides its parameters: running statistics.</summary>
    public BufferSet Buffers { get; }

    /// <summary>What the file of the model says besides its weights: class names, how inputs were prepared, texts of the user.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>Where the network's random numbers come from; for checkpoints.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RandomState Random { get; }

    /// <summary>Writes all parameters, <see cref="Buffers"/> and the <see cref="Metadata"/> to a safetensors file, under the names and in the layouts of a PyTorch <c>state_dict</c>.</summary>
    /// <param name="path">The file to write; an existing one is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; one that was there before still is. The message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; likewise.</exception>
    public void Save(string path);

    /// <summary>
    /// Reads all parameters and <see cref="Buffers"/>, and takes over the <see cref="Metadata"/>, from a safetensors file. A file of another architecture is refused, the difference named, and
    /// nothing of it is taken; one that does not tell its architecture, such as PyTorch's, must fit by the names and shapes of its tensors. F16, BF16, F32 and F64
    /// are converted to the network's type; counters are I64.
    /// </summary>
    /// <param name="path">The file to read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, of another architecture or of a newer format; or a tensor is missing, extra or of another shape, or a variance
    /// or a count of batches is negative.</exception>
    public void Load(string path);

    /// <summary>
    /// Reads the parameters and <see cref="Buffers"/> whose names match a pattern; what else the file holds, its metadata and architecture included, is ignored. The pattern <c>*</c> takes the
    /// weights of a network whose layers differ in what has no weights.
    /// </summary>
    /// <param name="path">The file to read.</param>
    /// <param name="pattern">A name, in which <c>*</c> stands for any characters and <c>?</c> for one: <c>dense1.*</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or a matching tensor is missing or of another shape.</exception>
    public void Load(string path, string pattern);
}
