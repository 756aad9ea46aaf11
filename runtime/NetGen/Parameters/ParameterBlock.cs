namespace NetGen.Runtime;

/// <summary>
/// One number per parameter value in the layout of the kernels: a copy of the weights, a moving average, an optimizer's moments. Outside it is seen parameter
/// by parameter in the layout of the file.
/// </summary>
internal abstract class ParameterBlock
{
    /// <summary>A block of zeros for the parameters of a network.</summary>
    public static ParameterBlock For(ParameterSet parameters) => parameters switch
    {
        ParameterSet<float> single => new ParameterBlock<float>(single.Storage),
        ParameterSet<double> wide => new ParameterBlock<double>(wide.Storage),
        _ => throw new NotSupportedException($"Parameters are float or double, not {parameters.GetType()}."),
    };

    /// <summary>The number type, as the safetensors format calls it.</summary>
    public abstract string TensorType { get; }

    /// <summary>Takes the parameters' values.</summary>
    public abstract void CopyFromParameters();

    /// <summary>Gives the parameters these values.</summary>
    public abstract void CopyToParameters();

    /// <summary>Exchanges these values with the parameters'.</summary>
    public abstract void SwapWithParameters();

    /// <summary>Moves the values towards the parameters': <c>a += rate · (p - a)</c>.</summary>
    /// <param name="rate">From 0 to 1.</param>
    public abstract void MoveToParameters(double rate);

    /// <summary>The values of a parameter in the file's layout, as bytes of the network's number type, little-endian.</summary>
    /// <param name="parameter">The position of the parameter.</param>
    /// <param name="bytes">Exactly its values, overwritten.</param>
    public abstract void Read(int parameter, Span<byte> bytes);

    /// <summary>Replaces the values of a parameter.</summary>
    /// <param name="parameter">The position of the parameter.</param>
    /// <param name="bytes">Exactly its values in the file's layout, little-endian.</param>
    public abstract void Write(int parameter, ReadOnlySpan<byte> bytes);
}
