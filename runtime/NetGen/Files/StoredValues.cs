using System.Numerics;

namespace NetGen.Runtime;

/// <summary>Numbers in the network's precision: float is written as F32 and double as F64; all types of floating point are read.</summary>
/// <param name="Kind">What messages call it.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Its shape in the file.</param>
/// <param name="ToArray">The values in the file's layout.</param>
/// <param name="CopyFrom">Replaces them.</param>
/// <param name="ProblemOf">What is wrong with values for this tensor; null: nothing.</param>
internal sealed record StoredValues<T>(
    string Kind, string Name, IReadOnlyList<int> Shape, Func<T[]> ToArray, Action<T[]> CopyFrom, Func<T[], string?> ProblemOf) : StoredTensor(Kind, Name, Shape)
    where T : unmanaged, IFloatingPoint<T>
{
    /// <summary>Values converted at once.</summary>
    private const int Chunk = 1 << 14;

    public override TensorSource Source => new(Name, SafetensorsType.Of<T>(), Shape, stream => Write(stream, ToArray()));

    public override string ReadableTypes => "F16, BF16, F32 and F64";

    public override bool CanRead(string type) => SafetensorsType.IsFloatingPoint(type);

    public override (Action? Commit, string? Problem) Stage(TensorFileReader file, SafetensorsEntry tensor, byte[] chunk)
    {
        var values = new T[Shape.Aggregate(1, (product, extent) => product * extent)];
        int size = SafetensorsType.SizeOf(tensor.Type)!.Value;
        for (int start = 0; start < values.Length; start += chunk.Length / size)
        {
            int count = Math.Min(chunk.Length / size, values.Length - start);
            var bytes = chunk.AsSpan(0, count * size);
            file.Read(tensor, (long)start * size, bytes);
            SafetensorsType.Read(tensor.Type, bytes, values.AsSpan(start, count));
        }

        return ProblemOf(values) is { } problem ? (null, problem) : (() => CopyFrom(values), null);
    }

    private static void Write(Stream stream, T[] values)
    {
        int size = SafetensorsType.SizeOf(SafetensorsType.Of<T>())!.Value;
        var bytes = new byte[Chunk * size];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            var part = values.AsSpan(start, Math.Min(Chunk, values.Length - start));
            SafetensorsType.Write<T>(part, bytes);
            stream.Write(bytes, 0, part.Length * size);
        }
    }
}
