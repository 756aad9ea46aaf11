using System.Runtime.InteropServices;

namespace Edge;

/// <summary>
/// What the program was started with, by the system's own calls. The console class brings encodings and terminals, and a small program is what this sample is about; a file stream
/// keeps a position of its own, and overwrites what others write to the same file.
/// </summary>
/// <param name="descriptor">0 for input, 1 for output.</param>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    // As fcntl calls them on Linux and macOS.
    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;

    // A program that was started without an input opens a file of its own under its number, and would read that: random numbers, without an end.
    private readonly bool _isGiven = SystemControl(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    /// <inheritdoc/>
    public override bool CanRead => descriptor == 0;

    /// <inheritdoc/>
    public override bool CanWrite => descriptor != 0;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) =>
        _isGiven && SystemRead(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length) is var read and >= 0 ? (int)read : throw new IOException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = _isGiven ? SystemWrite(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length) : 0;
            buffer = written > 0 ? buffer[(int)written..] : throw new IOException();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

#pragma warning disable SYSLIB1054 // Code that is generated for it would need unsafe code, and these arguments need no conversion.
    [DllImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SystemRead(int descriptor, ref byte buffer, nint length);

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SystemControl(int descriptor, int command);

    [DllImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SystemWrite(int descriptor, ref byte buffer, nint length);
#pragma warning restore SYSLIB1054
}
