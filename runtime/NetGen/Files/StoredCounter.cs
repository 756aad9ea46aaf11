using System.Buffers.Binary;

namespace NetGen.Runtime;

/// <summary>The number of batches that a layer has seen: one value of 64 bits, as PyTorch writes it.</summary>
internal sealed record StoredCounter(NetworkCounter Counter) : StoredTensor("buffer", Counter.Name, Counter.Shape)
{
    public override TensorSource Source => TensorSource.Filled(Name, SafetensorsType.Counter, Shape, bytes => BinaryPrimitives.WriteInt64LittleEndian(bytes, Counter.Value));

    public override string ReadableTypes => SafetensorsType.Counter;

    public override bool CanRead(string type) => type == SafetensorsType.Counter;

    public override (Action? Commit, string? Problem) Stage(TensorFileReader file, SafetensorsEntry tensor, byte[] chunk)
    {
        var bytes = chunk.AsSpan(0, sizeof(long));
        file.Read(tensor, 0, bytes);
        long value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return NetworkCounter.ProblemOf(value) is { } problem ? (null, problem) : (() => Counter.Value = value, null);
    }
}
