using System.Buffers;

namespace NetGen.Runtime;

/// <summary>
/// A file that grows by whole records while others read it. Records are collected and given to the operating system together, at most once a second
/// unless asked for: what was given survives the end of the process, however it ends.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly FileStream _stream;
    private readonly TimeProvider _clock;
    private readonly ArrayBufferWriter<byte> _pending = new(4096);
    private long _written;
    private bool _closed;

    private LogFile(string path, FileStream stream, TimeProvider clock)
    {
        Path = path;
        _stream = stream;
        _clock = clock;
        _written = clock.GetTimestamp();
    }

    /// <summary>The whole path.</summary>
    public string Path { get; }

    /// <summary>Where records go, each complete before <see cref="Flush"/> or <see cref="FlushIfDue"/>.</summary>
    /// <exception cref="ObjectDisposedException">The log was closed, or could not be written before.</exception>
    public IBufferWriter<byte> Records => !_closed
        ? _pending
        : throw new ObjectDisposedException(null, $"The log '{Path}' is closed and takes no more records; make a new one.");

    /// <summary>Opens a file; its folder is made if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">What becomes of an existing one.</param>
    /// <param name="clock">Tells when a second has passed.</param>
    /// <param name="prepare">Looks at what the file holds and leaves its position at the end.</param>
    /// <exception cref="IOException">The file cannot be opened for writing.</exception>
    public static LogFile Open(string path, FileMode mode, TimeProvider clock, Action<FileStream>? prepare = null)
    {
        string full = System.IO.Path.GetFullPath(path);
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? full);

            // No buffer of the stream's own: records are collected here, and one call writes them.
            stream = new FileStream(full, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            prepare?.Invoke(stream);
            return new LogFile(full, stream, clock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            stream?.Dispose();
            throw new IOException($"The log '{full}' cannot be opened: {exception.Message} Choose a path that may be written.", exception);
        }
    }

    /// <summary>Writes what was collected if the last time was a second ago or longer.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void FlushIfDue()
    {
        if (_pending.WrittenCount > 0 && _clock.GetElapsedTime(_written) >= Pause)
        {
            Flush();
        }
    }

    /// <summary>Writes what was collected.</summary>
    /// <exception cref="IOException">The file cannot be written; it takes no more records.</exception>
    public void Flush()
    {
        if (_closed || _pending.WrittenCount == 0)
        {
            return;
        }

        try
        {
            _stream.Write(_pending.WrittenSpan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What the disk took of these records is unknown: whatever followed would stand behind a torn one.
            Close();
            throw new IOException($"The log '{Path}' cannot be written: {exception.Message}", exception);
        }

        _pending.ResetWrittenCount();
        _written = _clock.GetTimestamp();
    }

    /// <summary>Writes what was collected and closes the file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Dispose()
    {
        Flush();
        Close();
    }

    private void Close()
    {
        _closed = true;
        _stream.Dispose();
    }
}
