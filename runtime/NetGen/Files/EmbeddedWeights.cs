using System.Buffers.Binary;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Runtime;

/// <summary>Weights that are part of an assembly, as <c>[Weights]</c> declares them. Named by generated code.</summary>
/// <param name="assembly">The assembly of the network.</param>
/// <param name="file">The file, as the attribute names it.</param>
/// <param name="hash">The network's <see cref="NetworkInfo.SpecHash"/>, known when it was compiled.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EmbeddedWeights(Assembly assembly, string file, string hash)
{
    /// <summary>Copies the weights to where kernels read them: once, from the assembly in memory.</summary>
    internal void CopyTo<T>(ParameterStorage<T> storage)
        where T : unmanaged
    {
        using var stream = Open();
        Span<byte> head = stackalloc byte[CompiledFormat.HeadLength];
        ReadHead(stream, head, storage.Network);
        var (size, values, counters) = (
            BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.ValueSizeAt..]),
            BinaryPrimitives.ReadInt64LittleEndian(head[CompiledFormat.ValuesAt..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.CountersAt..]));
        if (!IsHash(head.Slice(CompiledFormat.HashAt, CompiledFormat.HashLength)) || size != Unsafe.SizeOf<T>() || values != storage.BlockLength || counters != storage.Counters.Length)
        {
            throw new InvalidDataException($"The weights '{file}' are of another network than {storage.Network}. Write them anew with SaveCompiled, from a network of the same architecture and number type.");
        }

        stream.Position = CompiledFormat.BlockAt(BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.TextLengthAt..]));
        Fill(stream, MemoryMarshal.AsBytes(storage.Block), storage.Network);
        Fill(stream, MemoryMarshal.AsBytes(storage.Counters), storage.Network);
    }

    /// <summary>What the file says besides its weights; read only when somebody asks.</summary>
    internal ModelMetadata ReadMetadata(NetworkInfo info)
    {
        using var stream = Open();
        Span<byte> head = stackalloc byte[CompiledFormat.HeadLength];
        ReadHead(stream, head, info.Name);
        var texts = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.TextLengthAt..])];
        Fill(stream, texts, info.Name);
        var pairs = new Dictionary<string, string>();
        ReadOnlySpan<byte> rest = texts;
        while (!rest.IsEmpty)
        {
            pairs[Take(ref rest, info.Name)] = Take(ref rest, info.Name);
        }

        var metadata = new ModelMetadata(info);
        metadata.TakeOver(MetadataReader.Read(file, pairs));
        return metadata;
    }

    private string Take(ref ReadOnlySpan<byte> rest, string network)
    {
        var length = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (length < 0 || length > rest.Length - sizeof(int))
        {
            throw Damaged(network);
        }

        var text = Encoding.UTF8.GetString(rest.Slice(sizeof(int), length));
        rest = rest[(sizeof(int) + length)..];
        return text;
    }

    private Stream Open() => assembly.GetManifestResourceStream(CompiledFormat.ResourcePrefix + file)
        ?? throw new InvalidOperationException($"The weights '{file}' are not in the assembly. They have to be one of the project's items NetGenWeights, relative to it and with slashes.");

    private void ReadHead(Stream stream, Span<byte> head, string network)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Files of compiled weights are little-endian, which this machine is not.");
        }

        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || BinaryPrimitives.ReadUInt64LittleEndian(head) != CompiledFormat.Magic)
        {
            throw new InvalidDataException($"'{file}', the weights of {network}, is not a file of compiled weights.");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.VersionAt..]) is var version and not CompiledFormat.Version)
        {
            throw new InvalidDataException($"'{file}', the weights of {network}, has format {version}, and this NetGen takes {CompiledFormat.Version}. Write it anew with SaveCompiled.");
        }

        if (!IsWhole(head, stream.Length))
        {
            throw Damaged(network);
        }
    }

    /// <summary>Whether a file has the length that its head asks for. The checksum is the build's affair: here it would cost more than the rest of the start.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> head, long length)
    {
        var (size, values, counters, texts) = (
            BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.ValueSizeAt..]),
            BinaryPrimitives.ReadInt64LittleEndian(head[CompiledFormat.ValuesAt..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.CountersAt..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[CompiledFormat.TextLengthAt..]));
        return size is sizeof(float) or sizeof(double) && texts >= 0 && counters >= 0 && values >= 0 && values <= length / size
            && CompiledFormat.BlockAt(texts) + (values * size) + ((long)counters * sizeof(long)) == length;
    }

    private void Fill(Stream stream, Span<byte> bytes, string network)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Damaged(network);
        }
    }

    private InvalidDataException Damaged(string network) =>
        new($"'{file}', the weights of {network}, is damaged: its length is not what its head asks for. Write it anew with SaveCompiled.");

    /// <summary>Compares digit by digit: a program that only starts needs nothing that converts numbers.</summary>
    private bool IsHash(ReadOnlySpan<byte> bytes)
    {
        const string Digits = "0123456789abcdef";
        for (var i = 0; i < bytes.Length; i++)
        {
            if (hash[2 * i] != Digits[bytes[i] >> 4] || hash[(2 * i) + 1] != Digits[bytes[i] & 15])
            {
                return false;
            }
        }

        return hash.Length == 2 * bytes.Length;
    }
}
