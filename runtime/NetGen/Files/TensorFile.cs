using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>
/// Named raw tensors with metadata in a file of the safetensors format: what <c>Save</c> and <c>Load</c> of a network and the checkpoints of <c>Fit</c>
/// stand on. One tensor after the other goes through memory, never all of them; equal content gives equal bytes.
/// </summary>
internal static class TensorFile
{
    // Text other than ASCII stays readable, as in what the format's other writers make. The header is never part of a web page.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a file. It appears under its name only once it is complete and on the disk; until then a file of that name stays as it was.
    /// </summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="tensors">The tensors, written in this order.</param>
    /// <param name="metadata">Free text, written in this order.</param>
    /// <param name="checksum">
    /// Whether the file notes the sum of its bytes, which <see cref="Open"/> compares: for files of which nobody but NetGen changes a part.
    /// </param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ArgumentException">The header would be longer than the format allows, a tensor has an unknown type, or two have the same name.</exception>
    public static void Write(string path, IReadOnlyList<TensorSource> tensors, IEnumerable<KeyValuePair<string, string>> metadata, bool checksum = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] header = Header(tensors, checksum ? metadata.Append(new(TensorChecksum.Key, TensorChecksum.Placeholder)) : metadata);
        if (header.Length > SafetensorsHeader.LongestHeader)
        {
            throw new ArgumentException(
                $"The names and the metadata for '{path}' make a header of {header.Length} bytes; the safetensors format allows {SafetensorsHeader.LongestHeader}.");
        }

        AtomicFile.Write(path, (header, tensors), static (file, content) => Write(file, content.header, content.tensors));
    }

    /// <summary>Opens a file, checks its header and, where it notes one, its checksum.</summary>
    /// <param name="path">The file.</param>
    /// <param name="checksum">Whether a file without a checksum is refused.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged; the message names it and the reason.</exception>
    public static TensorFileReader Open(string path, bool checksum = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return TensorFileReader.Open(path, checksum);
    }

    private static void Write(FileStream file, byte[] header, IReadOnlyList<TensorSource> tensors)
    {
        using var stream = new TensorStream(file);
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (var tensor in tensors)
        {
            long end = stream.Length + tensor.ByteCount;
            tensor.Write(stream);
            if (stream.Length != end)
            {
                throw new InvalidOperationException($"Tensor '{tensor.Name}' has {tensor.ByteCount} bytes, but {tensor.ByteCount + stream.Length - end} were written.");
            }
        }

        if (TensorChecksum.Find(header) is >= 0 and int digits)
        {
            file.Position = sizeof(ulong) + digits;
            file.Write(Encoding.ASCII.GetBytes(stream.Checksum.Text));
        }
    }

    private static byte[] Header(IReadOnlyList<TensorSource> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeaderJson.Metadata);
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            long offset = 0;
            var names = new HashSet<string>(StringComparer.Ordinal) { SafetensorsHeaderJson.Metadata };
            foreach (var tensor in tensors)
            {
                if (!names.Add(tensor.Name))
                {
                    throw new ArgumentException($"The name '{tensor.Name}' occurs twice, or is the format's own.", nameof(tensors));
                }

                offset = WriteEntry(json, tensor, offset);
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of 8, so that the data are aligned in a memory-mapped file.
        int padding = -buffer.WrittenCount & 7;
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, TensorSource tensor, long offset)
    {
        long end = checked(offset + tensor.ByteCount);
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type);
        json.WriteStartArray("shape");
        foreach (int extent in tensor.Shape)
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
