namespace NetGen.Runtime;

/// <summary>A tensor that goes into a file: what the header says of it, and where its bytes come from.</summary>
/// <param name="Name">Its name, unique in the file.</param>
/// <param name="Type">Its element type in the format's terms, for example F32.</param>
/// <param name="Shape">Its extents; none for a scalar.</param>
/// <param name="Write">Writes exactly <see cref="ByteCount"/> bytes, little-endian and row-major. Called once, when the tensor's turn has come.</param>
internal sealed record TensorSource(string Name, string Type, IReadOnlyList<int> Shape, Action<Stream> Write)
{
    /// <summary>The size of the tensor in the file.</summary>
    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public long ByteCount => Shape.Aggregate(
        (long)(SafetensorsType.SizeOf(Type) ?? throw new ArgumentException($"Tensor '{Name}' has the type {Type}, which the safetensors format does not know.")),
        (bytes, extent) => checked(bytes * extent));

    /// <summary>A tensor whose bytes are asked for all at once: for those that fit into memory twice.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its element type.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="fill">Fills a span of the tensor's size.</param>
    public static TensorSource Filled(string name, string type, IReadOnlyList<int> shape, Action<Span<byte>> fill)
    {
        TensorSource source = new(name, type, shape, _ => { });
        return source with
        {
            Write = stream =>
            {
                var bytes = new byte[source.ByteCount];
                fill(bytes);
                stream.Write(bytes);
            },
        };
    }
}
