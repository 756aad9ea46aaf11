using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>Writes parameters as a safetensors file, tensor after tensor in their order.</summary>
internal static class SafetensorsWriter
{
    public static void Write(Stream file, string network, ParameterSet parameters)
    {
        byte[] header = Header(network, parameters);
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        file.Write(prefix);
        file.Write(header);
        foreach (Parameter parameter in parameters)
        {
            if (parameter is Parameter<double> wide)
            {
                WriteValues(file, wide.ToArray());
            }
            else
            {
                WriteValues(file, ((Parameter<float>)parameter).ToArray());
            }
        }
    }

    private static void WriteValues<T>(Stream file, T[] values)
        where T : unmanaged, IFloatingPoint<T>
    {
        const int Chunk = 1 << 14;
        var bytes = new byte[Chunk * sizeof(double)];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            var part = values.AsSpan(start, Math.Min(Chunk, values.Length - start));
            int size = part.Length * (typeof(T) == typeof(double) ? sizeof(double) : sizeof(float));
            SafetensorsType.Write<T>(part, bytes);
            file.Write(bytes, 0, size);
        }
    }

    private static byte[] Header(string network, ParameterSet parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteString("netgen.network", network);
            json.WriteEndObject();
            long offset = 0;
            foreach (Parameter parameter in parameters)
            {
                offset = WriteEntry(json, parameter, offset);
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of 8, so that the data are aligned in a memory-mapped file.
        int padding = -buffer.WrittenCount & 7;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, Parameter parameter, long offset)
    {
        bool wide = parameter is Parameter<double>;
        long end = offset + ((long)parameter.Length * (wide ? sizeof(double) : sizeof(float)));
        json.WriteStartObject(parameter.Name);
        json.WriteString("dtype", wide ? SafetensorsType.Of<double>() : SafetensorsType.Of<float>());
        json.WriteStartArray("shape");
        foreach (int extent in parameter.Shape)
        {
            json.WriteNumberValue(extent);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
