namespace NetGen.Runtime;

/// <summary>What the tensors of a file are written to: passes the bytes on, counts them and sums them up.</summary>
internal sealed class TensorStream(Stream file) : Stream
{
    private TensorChecksum _checksum;
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Of all that was written.</summary>
    public TensorChecksum Checksum => _checksum;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _checksum.Add(buffer);
        file.Write(buffer);
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
