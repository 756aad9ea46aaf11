using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>The content of a gzip file, read from start to end. A file that is cut off is noticed: the decompression alone would take its end for that of the content.</summary>
internal sealed class UnpackedStream : Stream
{
    private readonly string _name;
    private readonly GZipStream _content;
    private readonly uint _announced;
    private long _unpacked;

    private UnpackedStream(string name, Stream file, uint announced)
    {
        _name = name;
        _content = new(file, CompressionMode.Decompress);
        _announced = announced;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The content of a file: unpacked if it begins as gzip does, whatever its name, otherwise as it is.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="file">Stands at the start, and is owned by what is returned.</param>
    /// <exception cref="InvalidDataException">The file is too short to be the gzip file that it begins as.</exception>
    public static Stream Of(string name, Stream file)
    {
        Span<byte> word = stackalloc byte[4];
        int read = file.ReadAtLeast(word, 2, throwOnEndOfStream: false);
        file.Position = 0;
        if (read < 2 || word[0] != 0x1F || word[1] != 0x8B)
        {
            return file;
        }

        // The least is a header of 10 bytes, 2 of content, and a checksum and the size, 4 each.
        if (file.Length < 20)
        {
            throw Damaged(name, $"{file.Length} bytes are too few");
        }

        file.Position = file.Length - word.Length;
        file.ReadExactly(word);
        file.Position = 0;
        return new UnpackedStream(name, file, BinaryPrimitives.ReadUInt32LittleEndian(word));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = Unpack(buffer);
        _unpacked += read;
        return read > 0 || buffer.IsEmpty || (uint)_unpacked == _announced
            ? read
            : throw Damaged(_name, $"its end announces {_announced} bytes, {_unpacked} were unpacked; it is cut off, or several files were joined to one");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _content.Read(buffer);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(_name, damaged.Message, damaged);
        }
    }

    private static InvalidDataException Damaged(string name, string problem, Exception? inner = null) =>
        new($"'{name}' is not a whole gzip file: {problem.TrimEnd('.')}.", inner);
}
