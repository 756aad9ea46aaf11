using System.IO.Compression;

namespace NetGen.Png;

/// <summary>The rows of an image, unpacked as they are asked for.</summary>
internal sealed class PngData : IDisposable
{
    /// <summary>Deflate cannot do better than about 1032 to 1: a header that claims more is wrong.</summary>
    private const long LargestRatio = 1040;

    private readonly ChunkStream _packed;
    private readonly ZLibStream _rows;

    /// <exception cref="InvalidDataException">The compressed data cannot hold as many pixels as the header says.</exception>
    public PngData(PngFile file)
    {
        var header = file.Header;
        long packed = file.Data.Sum(part => (long)part.Length);
        Int128 unpacked = (Int128)header.Format.RowBytes(header.Width) * header.Height;
        if (unpacked > packed * LargestRatio)
        {
            throw new InvalidDataException($"its header says {header.Width}×{header.Height} pixels, which {packed} compressed bytes cannot hold");
        }

        _packed = new ChunkStream(file.Data);
        _rows = new ZLibStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>Reads the next row.</summary>
    /// <exception cref="InvalidDataException">The data are damaged or end early.</exception>
    public void Read(Span<byte> row)
    {
        try
        {
            _rows.ReadExactly(row);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("its compressed pixels end before the last row; the file is truncated", cut);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }
    }

    /// <summary>Looks whether the data end where they should: only then has their checksum been compared.</summary>
    /// <exception cref="InvalidDataException">The data go on, or their checksum is wrong.</exception>
    public void End()
    {
        try
        {
            if (_rows.ReadByte() >= 0)
            {
                throw new InvalidDataException("its compressed data go on after the last row");
            }
        }
        catch (InvalidDataException damaged) when (damaged.InnerException is null && !damaged.Message.StartsWith("its ", StringComparison.Ordinal))
        {
            throw Damaged(damaged);
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _packed.Dispose();
    }

    private static InvalidDataException Damaged(Exception cause) => new($"its compressed pixels are damaged ({cause.Message})", cause);

    /// <summary>Several pieces as one stream.</summary>
    private sealed class ChunkStream(IReadOnlyList<ReadOnlyMemory<byte>> parts) : Stream
    {
        private int _part;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            while (_part < parts.Count && _at == parts[_part].Length)
            {
                (_part, _at) = (_part + 1, 0);
            }

            if (_part == parts.Count)
            {
                return 0;
            }

            var rest = parts[_part].Span[_at..];
            int count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
