namespace NetGen.Runtime;

/// <summary>
/// One number per parameter value in the layout of the kernels: a copy of the weights, a moving average, an optimizer's moments. Copies and averages have the
/// network's buffers behind the parameters, optimizers have not. Outside it is seen tensor by tensor in the layout of the file.
/// </summary>
internal abstract class ParameterBlock
{
    /// <summary>A block of zeros for the parameters and buffers of a network.</summary>
    public static ParameterBlock For(ParameterSet parameters) => parameters switch
    {
        ParameterSet<float> single => new ParameterBlock<float>(single.Storage),
        ParameterSet<double> wide => new ParameterBlock<double>(wide.Storage),
        _ => throw new NotSupportedException($"Parameters are float or double, not {parameters.GetType()}."),
    };

    /// <summary>What the block holds: the parameters in their order and, where it has them, the buffers in theirs.</summary>
    public abstract IReadOnlyList<BlockTensor> Tensors { get; }

    /// <summary>Takes the network's values.</summary>
    public abstract void CopyFromParameters();

    /// <summary>Gives the network these values.</summary>
    public abstract void CopyToParameters();

    /// <summary>Exchanges these values with the network's. Counters stay: they tell what the network has seen, not what it is.</summary>
    public abstract void SwapWithParameters();

    /// <summary>Moves the values towards the network's: <c>a += rate · (p - a)</c>. Counters become the network's.</summary>
    /// <param name="rate">From 0 to 1.</param>
    public abstract void MoveToParameters(double rate);

    /// <summary>The values of a tensor in the file's layout, as bytes of its type, little-endian.</summary>
    /// <param name="tensor">Its position in <see cref="Tensors"/>.</param>
    /// <param name="bytes">Exactly its values, overwritten.</param>
    public abstract void Read(int tensor, Span<byte> bytes);

    /// <summary>Replaces the values of a tensor.</summary>
    /// <param name="tensor">Its position in <see cref="Tensors"/>.</param>
    /// <param name="bytes">Exactly its values in the file's layout, little-endian.</param>
    public abstract void Write(int tensor, ReadOnlySpan<byte> bytes);
}

/// <summary>A tensor of a block.</summary>
/// <param name="Name">The name of the parameter or buffer.</param>
/// <param name="Type">The number type, as the safetensors format calls it.</param>
/// <param name="Shape">The shape in the file.</param>
/// <param name="Length">The number of values.</param>
internal readonly record struct BlockTensor(string Name, string Type, IReadOnlyList<int> Shape, int Length)
{
    /// <summary>The size in the file.</summary>
    public int ByteCount => Length * SafetensorsType.SizeOf(Type)!.Value;
}
