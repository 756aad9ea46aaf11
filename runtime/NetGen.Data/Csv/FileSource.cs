using System.Globalization;

namespace NetGen;

/// <summary>What samples are read from: a file, which may change while it is used, or bytes in memory.</summary>
internal sealed class FileSource
{
    private readonly byte[]? _bytes;
    private readonly DateTime _written;

    private FileSource(string name, byte[]? bytes, long length, DateTime written)
    {
        Name = name;
        _bytes = bytes;
        Length = length;
        _written = written;
    }

    /// <summary>The path, or what else names the source in messages.</summary>
    public string Name { get; }

    /// <summary>Tells this file from another, or from itself after a change.</summary>
    public string Identity => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Name)}, {Length} bytes, {_written:O}");

    /// <summary>How long it is, in bytes.</summary>
    public long Length { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The path is that of a folder.</exception>
    public static FileSource OfFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder; a file is expected.");
        }

        var file = new FileInfo(path);
        return file.Exists
            ? new(path, null, file.Length, file.LastWriteTimeUtc)
            : throw new FileNotFoundException($"The file '{path}' does not exist.", path);
    }

    public static FileSource OfBytes(byte[] bytes, string name) => new(name, bytes, bytes.Length, default);

    /// <summary>The bytes from the start.</summary>
    /// <exception cref="IOException">The file is not the one that it was when this source was made.</exception>
    public Stream Open()
    {
        if (_bytes is not null)
        {
            return new MemoryStream(_bytes, writable: false);
        }

        RequireUnchanged();
        try
        {
            // The reader has a buffer of its own.
            return new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"The file '{Name}' may not be read: {denied.Message}", denied);
        }
    }

    /// <summary>Compares size and time of the file with those when this source was made.</summary>
    /// <exception cref="IOException">They differ.</exception>
    public void RequireUnchanged()
    {
        if (_bytes is not null)
        {
            return;
        }

        var file = new FileInfo(Name);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The file '{Name}' is gone: it was there when it was opened.", Name);
        }

        if (file.Length != Length || file.LastWriteTimeUtc != _written)
        {
            throw new IOException(
                $"The file '{Name}' has changed since it was opened: it had {Length} bytes and has {file.Length}, last written {file.LastWriteTimeUtc:u}. Open it again when it is complete.");
        }
    }
}
