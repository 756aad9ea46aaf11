using System.Numerics;

namespace NetGen.Runtime;

/// <summary>The parameters of a network as tensors of a file, in their order, float as F32 and double as F64.</summary>
internal static class ParameterTensors
{
    /// <summary>Values converted at once.</summary>
    private const int Chunk = 1 << 14;

    public static IReadOnlyList<TensorSource> Of(ParameterSet parameters) => [.. parameters.Select(Of)];

    private static TensorSource Of(Parameter parameter) => parameter is Parameter<double> wide
        ? new(parameter.Name, SafetensorsType.Of<double>(), parameter.Shape, stream => Write(stream, wide.ToArray()))
        : new(parameter.Name, SafetensorsType.Of<float>(), parameter.Shape, stream => Write(stream, ((Parameter<float>)parameter).ToArray()));

    private static void Write<T>(Stream stream, T[] values)
        where T : unmanaged, IFloatingPoint<T>
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
