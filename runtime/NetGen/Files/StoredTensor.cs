namespace NetGen.Runtime;

/// <summary>A parameter or a buffer of a network as model files see it.</summary>
/// <param name="Kind">What messages call it.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Its shape in the file.</param>
internal abstract record StoredTensor(string Kind, string Name, IReadOnlyList<int> Shape)
{
    /// <summary>What goes into the file.</summary>
    public abstract TensorSource Source { get; }

    /// <summary>The types it can be read from, in words.</summary>
    public abstract string ReadableTypes { get; }

    /// <summary>All that a network saves: its parameters, and behind them its buffers.</summary>
    public static IReadOnlyList<StoredTensor> Of(ParameterSet parameters) => [.. parameters.Select(Of), .. parameters.Buffers.Select(Of)];

    /// <summary>Whether it can be read from a type.</summary>
    public abstract bool CanRead(string type);

    /// <summary>Reads the values from a file, and changes nothing yet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tensor">The tensor, whose shape and type are right.</param>
    /// <param name="chunk">Memory to read into: a multiple of every element size.</param>
    /// <returns>What puts the values into the network, or what is wrong with them, as a clause.</returns>
    public abstract (Action? Commit, string? Problem) Stage(TensorFileReader file, SafetensorsEntry tensor, byte[] chunk);

    private static StoredTensor Of(Parameter parameter) => parameter is Parameter<double> wide
        ? Of(wide)
        : Of((Parameter<float>)parameter);

    private static StoredValues<T> Of<T>(Parameter<T> parameter)
        where T : unmanaged, System.Numerics.IFloatingPoint<T> =>
        new("weight", parameter.Name, parameter.Shape, parameter.ToArray, values => parameter.CopyFrom(values), _ => null);

    private static StoredTensor Of(NetworkBuffer buffer) => buffer switch
    {
        NetworkCounter counter => new StoredCounter(counter),
        NetworkBuffer<double> wide => Of(wide),
        _ => Of((NetworkBuffer<float>)buffer),
    };

    private static StoredValues<T> Of<T>(NetworkBuffer<T> buffer)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new("buffer", buffer.Name, buffer.Shape, buffer.ToArray, values => buffer.Write(values), values => buffer.ProblemOf(values));
}
