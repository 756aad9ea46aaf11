using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Runtime;

/// <summary>Writes weights as kernels keep them (<see cref="CompiledFormat"/>), for a program that starts without reading them.</summary>
internal static class CompiledWeights
{
    /// <summary>Writes all weights and the metadata of a network; the file is replaced as a whole.</summary>
    public static void Save<T>(string path, NetworkInfo info, ModelMetadata metadata, ParameterStorage<T> storage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Compiled weights are written as kernels keep them, and files of compiled weights are little-endian, which this machine is not.");
        }

        var texts = Texts(MetadataWriter.Write(info, metadata));
        var block = MemoryMarshal.AsBytes(storage.Block);
        var padding = new byte[CompiledFormat.BlockAt(texts.Length) - CompiledFormat.HeadLength - texts.Length];
        var counters = MemoryMarshal.AsBytes(storage.Counters);
        var checksum = Crc32C.Append(Crc32C.Append(Crc32C.Append(Crc32C.Append(Crc32C.Start, texts), padding), block), counters);
        var head = new byte[CompiledFormat.HeadLength];
        BinaryPrimitives.WriteUInt64LittleEndian(head, CompiledFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(CompiledFormat.VersionAt), CompiledFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(CompiledFormat.ValueSizeAt), Marshal.SizeOf<T>());
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(CompiledFormat.ValuesAt), storage.BlockLength);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(CompiledFormat.CountersAt), storage.Counters.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(CompiledFormat.TextLengthAt), texts.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(CompiledFormat.ChecksumAt), ~checksum);
        Convert.FromHexString(info.SpecHash).CopyTo(head, CompiledFormat.HashAt);
        AtomicFile.Write(path, new Content(head, texts, padding, block, counters), static (file, content) => content.WriteTo(file));
    }

    private static byte[] Texts(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var (key, value) in pairs)
        {
            Write(bytes, key);
            Write(bytes, value);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), Encoding.UTF8.GetByteCount(text));
        bytes.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text, bytes);
    }

    private readonly ref struct Content(byte[] head, byte[] texts, byte[] padding, ReadOnlySpan<byte> block, ReadOnlySpan<byte> counters)
    {
        private readonly ReadOnlySpan<byte> _block = block;
        private readonly ReadOnlySpan<byte> _counters = counters;

        public void WriteTo(FileStream file)
        {
            file.Write(head);
            file.Write(texts);
            file.Write(padding);
            file.Write(_block);
            file.Write(_counters);
        }
    }
}
