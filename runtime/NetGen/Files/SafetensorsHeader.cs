using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace NetGen.Runtime;

/// <summary>
/// The header of a safetensors file: eight bytes with its length (little-endian), then JSON that tells name, type, shape and place of
/// each tensor (https://github.com/huggingface/safetensors). Read strictly: whatever is not as the format says is refused.
/// </summary>
/// <param name="Entries">The tensors in the order of their places.</param>
/// <param name="Metadata">The free text of <c>__metadata__</c>.</param>
/// <param name="DataStart">Where the header ends in the file.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata, long DataStart)
{
    /// <summary>The limit of the reference implementation.</summary>
    public const long LongestHeader = 100_000_000;

    /// <summary>Reads and checks the header against the size of the file.</summary>
    /// <exception cref="InvalidDataException">The header is not valid; the message names file and reason.</exception>
    public static SafetensorsHeader Read(string path, FileStream file)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
        {
            throw Invalid(path, $"{file.Length} bytes are too few: the file starts with the length of its header in 8 bytes");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(file.Length - prefix.Length))
        {
            throw Invalid(path, $"its header should have {length} bytes, but only {file.Length - prefix.Length} follow");
        }

        if (length is < 2 or > LongestHeader)
        {
            throw Invalid(path, $"its header has {length} bytes; between 2 and {LongestHeader} are allowed");
        }

        var json = new byte[length];
        if (file.ReadAtLeast(json, json.Length, throwOnEndOfStream: false) < json.Length)
        {
            throw Shortened(path);
        }

        long dataStart = prefix.Length + (long)length;
        try
        {
            RequireText(json);
            var (entries, metadata) = SafetensorsHeaderJson.Parse(json);
            RequireOneRun(entries, file.Length - dataStart);
            return new SafetensorsHeader(entries, metadata, dataStart);
        }
        catch (FormatException problem)
        {
            throw Invalid(path, problem.Message, problem);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw Invalid(path, $"its header is not valid JSON ({problem.Message})", problem);
        }
    }

    /// <summary>The exception for a file that is not what it should be.</summary>
    public static InvalidDataException Invalid(string path, string reason, Exception? inner = null) =>
        new($"'{path}' cannot be read as a safetensors file: {reason}.", inner);

    /// <summary>The exception for a file that changes under the reader.</summary>
    public static InvalidDataException Shortened(string path) => Invalid(path, "it became shorter while it was read");

    private static void RequireText(byte[] json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new FormatException("its header is not valid UTF-8");
        }

        if (json[0] != '{')
        {
            throw new FormatException("its header does not start with '{'");
        }
    }

    /// <summary>Sorts the tensors by place and checks that they fill the data without gap, overlap or rest.</summary>
    private static void RequireOneRun(List<SafetensorsEntry> entries, long available)
    {
        // Empty tensors share their place with the next one and come before it.
        entries.Sort((a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        long end = 0;
        foreach (var entry in entries)
        {
            if (entry.Begin != end)
            {
                throw new FormatException(
                    $"tensor '{entry.Name}' starts at byte {entry.Begin} of the data, {(entry.Begin < end ? "inside the tensor before it" : "which leaves a gap")}; byte {end} was expected");
            }

            end = entry.End;
            if (end > available)
            {
                throw new FormatException($"tensor '{entry.Name}' ends at byte {end} of the data, of which only {available} are there; the file is truncated");
            }
        }

        if (end != available)
        {
            throw new FormatException($"{available - end} bytes follow after the last tensor");
        }
    }
}
