using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>What samples are read from: a file, which may change while it is used, or bytes in memory.</summary>
internal sealed class FileSource
{
    private readonly byte[]? _bytes;
    private readonly string _sample;
    private readonly DateTime _written;

    private FileSource(string name, byte[]? bytes, long length, DateTime written, string sample)
    {
        Name = name;
        _bytes = bytes;
        Length = length;
        _written = written;
        _sample = sample;
    }

    /// <summary>The path, or what else names the source in messages.</summary>
    public string Name { get; }

    /// <summary>
    /// Tells this file from another, or from itself after a change: its name, length and a sample of its content. Not its time, which a copy on another machine
    /// may not have.
    /// </summary>
    public string Identity => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Name)}, {Length} bytes, {_sample}");

    /// <summary>How long it is, in bytes.</summary>
    public long Length { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The path is that of a folder, or the file may not be read.</exception>
    public static FileSource OfFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder; a file is expected.");
        }

        using var file = Handle(path, $"The file '{path}' does not exist.");
        var (length, written) = Measure(file, path);
        return new(path, null, length, written, ContentSample.Of(file, length));
    }

    public static FileSource OfBytes(byte[] bytes, string name) => new(name, bytes, bytes.Length, default, "");

    /// <summary>The bytes from the start.</summary>
    /// <exception cref="IOException">The file is not the one that it was when this source was made.</exception>
    public Stream Open()
    {
        if (_bytes is not null)
        {
            return new MemoryStream(_bytes, writable: false);
        }

        SafeFileHandle? file = Handle(Name, Gone);
        try
        {
            RequireUnchanged(file);

            // The reader has a buffer of its own.
            var stream = new FileStream(file, FileAccess.Read, bufferSize: 0);
            file = null;
            return stream;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Compares size and time of the file with those when this source was made.</summary>
    /// <exception cref="IOException">They differ.</exception>
    public void RequireUnchanged()
    {
        if (_bytes is null)
        {
            using var file = Handle(Name, Gone);
            RequireUnchanged(file);
        }
    }

    private string Gone => $"The file '{Name}' is gone: it was there when it was opened.";

    private void RequireUnchanged(SafeFileHandle file)
    {
        var (length, written) = Measure(file, Name);
        if (length != Length || written != _written)
        {
            throw new IOException(
                $"The file '{Name}' has changed since it was opened: it had {Length} bytes and has {length}, last written {written:u}. Open it again when it is complete.");
        }
    }

    /// <summary>Opens what the path leads to. All that is asked of the file is asked of the handle: a symbolic link has a length and a time of its own.</summary>
    private static SafeFileHandle Handle(string path, string absent)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(absent, path, missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"The file '{path}' may not be read: {denied.Message}", denied);
        }
    }

    private static (long Length, DateTime Written) Measure(SafeFileHandle file, string path)
    {
        try
        {
            return (RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
        }
        catch (NotSupportedException endless)
        {
            throw new IOException($"'{path}' is a pipe or a device, which can be read once only. Write what it gives to a file.", endless);
        }
    }
}
