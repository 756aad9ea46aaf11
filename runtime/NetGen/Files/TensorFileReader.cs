using System.Text;

namespace NetGen.Runtime;

/// <summary>An open file of named raw tensors, whose header and checksum are right. Reads a tensor at a time, in any order.</summary>
internal sealed class TensorFileReader : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly SafetensorsHeader _header;
    private readonly Dictionary<string, SafetensorsEntry> _entries;

    private TensorFileReader(string path, FileStream file, SafetensorsHeader header)
    {
        _path = path;
        _file = file;
        _header = header;
        _entries = header.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors in the order of their places.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries => _header.Entries;

    /// <summary>The free text of the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <inheritdoc cref="TensorFile.Open"/>
    public static TensorFileReader Open(string path, bool checksum)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            var header = SafetensorsHeader.Read(path, file);
            if (header.Metadata.TryGetValue(TensorChecksum.Key, out string? noted))
            {
                RequireChecksum(path, file, header, noted);
            }
            else if (checksum)
            {
                throw SafetensorsHeader.Invalid(path, $"it has no '{TensorChecksum.Key}' in __metadata__, which every file of its kind has");
            }

            return new TensorFileReader(path, file, header);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether the file holds a tensor.</summary>
    public SafetensorsEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Reads a whole tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Exactly its bytes, overwritten.</param>
    /// <exception cref="InvalidDataException">The file has no such tensor, or one of another size, or became shorter.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(string name, Span<byte> bytes)
    {
        if (Find(name) is not { } entry)
        {
            throw SafetensorsHeader.Invalid(_path, $"it has no tensor '{name}'");
        }

        if (entry.End - entry.Begin != bytes.Length)
        {
            throw SafetensorsHeader.Invalid(_path, $"its tensor '{name}' has {entry.End - entry.Begin} bytes; {bytes.Length} were expected");
        }

        Read(entry, 0, bytes);
    }

    /// <summary>Reads a part of a tensor.</summary>
    /// <param name="entry">The tensor.</param>
    /// <param name="start">The first byte of the part, counted from the tensor's.</param>
    /// <param name="bytes">The part, overwritten.</param>
    /// <exception cref="InvalidDataException">The file became shorter.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(SafetensorsEntry entry, long start, Span<byte> bytes)
    {
        _file.Position = _header.DataStart + entry.Begin + start;
        if (_file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw SafetensorsHeader.Shortened(_path);
        }
    }

    public void Dispose() => _file.Dispose();

    private static void RequireChecksum(string path, FileStream file, SafetensorsHeader header, string noted)
    {
        string found = TensorChecksum.Algorithm + Sum(path, file, header);
        if (noted != found)
        {
            throw SafetensorsHeader.Invalid(path, $"'{TensorChecksum.Key}' in __metadata__ is '{noted}', but its bytes add up to '{found}': it was damaged, or changed by another program");
        }
    }

    private static string Sum(string path, FileStream file, SafetensorsHeader header)
    {
        var head = new byte[header.DataStart];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            throw SafetensorsHeader.Shortened(path);
        }

        if (TensorChecksum.Find(head) is >= 0 and int digits)
        {
            Encoding.ASCII.GetBytes(new string('0', TensorChecksum.Digits)).CopyTo(head.AsSpan(digits));
        }

        TensorChecksum sum = default;
        sum.Add(head);
        var buffer = new byte[1 << 16];
        for (int count; (count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            sum.Add(buffer.AsSpan(0, count));
        }

        return sum.Text;
    }
}
