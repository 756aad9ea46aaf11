using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>
/// Reads IDX files of unsigned bytes, the format of MNIST (http://yann.lecun.com/exdb/mnist): two zero bytes, the type, the number
/// of dimensions, the extents as big-endian 32-bit integers, the values. The file may be compressed by gzip, whatever its name.
/// </summary>
public static class IdxReader
{
    /// <summary>The type code of unsigned bytes.</summary>
    internal const byte UnsignedByte = 0x08;

    /// <summary>Deflate cannot do better than about 1032 to 1: a header that claims more is wrong, and nothing is allocated for it.</summary>
    private const long LargestRatio = 1040;

    /// <summary>Reads a file as a whole. Never allocates more than a small multiple of what the file really holds.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a complete IDX file of unsigned bytes; the message names file and reason.</exception>
    public static IdxArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return IsCompressed(file) ? ReadCompressed(path, file) : ReadPlain(path, file);
        }
        catch (Exception exception) when (exception is InvalidDataException { InnerException: null } or EndOfStreamException
            && !exception.Message.Contains(path, StringComparison.Ordinal))
        {
            throw Invalid(path, $"its gzip data are damaged ({exception.Message})", exception);
        }
    }

    /// <summary>The exception for a file that is not what it should be.</summary>
    internal static InvalidDataException Invalid(string path, string reason, Exception? inner = null) =>
        new($"'{path}' cannot be read as an IDX file: {reason}.", inner);

    private static bool IsCompressed(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        int read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start[0] == 0x1F && start[1] == 0x8B;
    }

    private static IdxArray ReadPlain(string path, FileStream file)
    {
        var (shape, length) = ReadHeader(path, file);
        long present = file.Length - file.Position;
        if (present != length)
        {
            throw Invalid(path, present < length
                ? $"its header announces {Shapes.Format(shape)} = {length} values, but only {present} follow; the file is truncated"
                : $"{present - length} bytes follow after the {Shapes.Format(shape)} = {length} values that its header announces");
        }

        var values = new byte[length];
        if (file.ReadAtLeast(values, values.Length, throwOnEndOfStream: false) < values.Length)
        {
            throw Invalid(path, "it became shorter while it was read");
        }

        return new IdxArray(shape, values);
    }

    private static IdxArray ReadCompressed(string path, FileStream file)
    {
        uint announced = LastWord(path, file);
        using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var (shape, length) = ReadHeader(path, content);
        if (length > file.Length * LargestRatio)
        {
            throw Invalid(path, $"its header announces {Shapes.Format(shape)} = {length} values, which {file.Length} bytes of gzip cannot hold");
        }

        byte[] values = ReadGrowing(path, content, shape, (int)length);
        if (content.ReadByte() >= 0)
        {
            throw Invalid(path, $"more bytes follow after the {Shapes.Format(shape)} = {length} values that its header announces");
        }

        // The stream tells neither a missing trailer nor bytes after it; the size stored in the last four bytes tells both.
        long size = 4 + (4L * shape.Length) + length;
        if (announced != (uint)size)
        {
            throw Invalid(path, $"its gzip trailer announces {announced} bytes, {size} were unpacked; the file is truncated or something follows it");
        }

        return new IdxArray(shape, values);
    }

    private static uint LastWord(string path, FileStream file)
    {
        if (file.Length < 18)
        {
            throw Invalid(path, $"{file.Length} bytes are too few for a gzip file");
        }

        Span<byte> word = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(word);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(word);
    }

    /// <summary>Reads as many values as announced into a buffer that grows with what arrives.</summary>
    private static byte[] ReadGrowing(string path, GZipStream content, int[] shape, int length)
    {
        var values = new byte[Math.Min(length, 1 << 16)];
        int read = 0;
        while (read < length)
        {
            if (read == values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(length, values.Length * 2L));
            }

            int got = content.Read(values, read, values.Length - read);
            if (got == 0)
            {
                throw Invalid(path, $"its header announces {Shapes.Format(shape)} = {length} values, but only {read} follow; the file is truncated");
            }

            read += got;
        }

        return values;
    }

    private static (int[] Shape, long Length) ReadHeader(string path, Stream stream)
    {
        Span<byte> word = stackalloc byte[4];
        ReadWord(path, stream, word);
        if (word[0] != 0 || word[1] != 0)
        {
            throw Invalid(path, $"it starts with 0x{Convert.ToHexString(word)}; an IDX file starts with two zero bytes");
        }

        if (word[2] != UnsignedByte)
        {
            throw Invalid(path, $"its type is 0x{word[2]:X2}; only unsigned bytes (0x08) are supported");
        }

        if (word[3] == 0)
        {
            throw Invalid(path, "it has no dimension");
        }

        var shape = new int[word[3]];
        long length = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            ReadWord(path, stream, word);
            shape[axis] = BinaryPrimitives.ReadInt32BigEndian(word);
            if (shape[axis] <= 0 || (length *= shape[axis]) > Array.MaxLength)
            {
                throw Invalid(path, $"dimension {axis} has the extent {(uint)shape[axis]}; extents are at least 1 and multiply to at most {Array.MaxLength}");
            }
        }

        return (shape, length);
    }

    private static void ReadWord(string path, Stream stream, Span<byte> word)
    {
        if (stream.ReadAtLeast(word, word.Length, throwOnEndOfStream: false) < word.Length)
        {
            throw Invalid(path, "it ends within its header");
        }
    }
}
