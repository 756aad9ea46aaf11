using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>
/// The grammar of a safetensors header. What is not in it is a <see cref="FormatException"/> whose message fits after "cannot be read: ".
/// </summary>
internal static class SafetensorsHeaderJson
{
    /// <summary>The name that is no tensor's: free text stands under it.</summary>
    public const string Metadata = "__metadata__";

    private const int MostDimensions = 32;

    /// <summary>Parses a header; places are not yet compared with each other.</summary>
    /// <exception cref="FormatException">The JSON is not a safetensors header.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A string is not valid Unicode.</exception>
    public static (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject, "the header");
        while (NextKey(ref reader) is { } name)
        {
            if (!names.Add(name))
            {
                throw new FormatException($"the name '{name}' occurs twice in its header");
            }

            if (name == Metadata)
            {
                ReadMetadata(ref reader, metadata);
            }
            else
            {
                entries.Add(ReadEntry(ref reader, name));
            }
        }

        // Anything but white space after the object is a JsonException.
        reader.Read();
        return (entries, metadata);
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        Expect(ref reader, JsonTokenType.StartObject, Metadata);
        while (NextKey(ref reader) is { } key)
        {
            Expect(ref reader, JsonTokenType.String, $"__metadata__ '{key}'");
            if (!metadata.TryAdd(key, reader.GetString()!))
            {
                throw new FormatException($"the key '{key}' occurs twice in __metadata__");
            }
        }
    }

    private static SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, $"tensor '{name}'");
        while (NextKey(ref reader) is { } key)
        {
            bool twice = key switch { "dtype" => type is not null, "shape" => shape is not null, "data_offsets" => offsets is not null, _ => false };
            if (twice)
            {
                throw new FormatException($"tensor '{name}' has '{key}' twice");
            }

            switch (key)
            {
                case "dtype":
                    Expect(ref reader, JsonTokenType.String, $"dtype of tensor '{name}'");
                    type = reader.GetString()!;
                    break;
                case "shape":
                    shape = ReadNumbers(ref reader, MostDimensions, $"shape of tensor '{name}'");
                    break;
                case "data_offsets":
                    offsets = ReadNumbers(ref reader, 2, $"data_offsets of tensor '{name}'");
                    break;
                default:
                    throw new FormatException($"tensor '{name}' has the unknown key '{key}'");
            }
        }

        if (type is null || shape is null || offsets is not [long begin, long end])
        {
            throw new FormatException($"tensor '{name}' lacks dtype, shape or data_offsets with two numbers");
        }

        RequireSize(name, type, shape, begin, end);
        return new SafetensorsEntry(name, type, shape, begin, end);
    }

    private static void RequireSize(string name, string type, long[] shape, long begin, long end)
    {
        if (SafetensorsType.SizeOf(type) is not int size)
        {
            throw new FormatException($"tensor '{name}' has the unknown dtype '{type}'");
        }

        Int128 bytes = size;
        foreach (long extent in shape)
        {
            bytes *= extent;
            if (bytes > long.MaxValue)
            {
                throw new FormatException($"tensor '{name}' has the impossible shape {Shapes.Format(shape)}");
            }
        }

        if (end < begin || bytes != end - begin)
        {
            throw new FormatException($"tensor '{name}' of dtype {type} and shape {Shapes.Format(shape)} has {bytes} bytes, but data_offsets [{begin}, {end}]");
        }
    }

    /// <summary>Reads an array of whole numbers, zero or above.</summary>
    private static long[] ReadNumbers(ref Utf8JsonReader reader, int most, string what)
    {
        Expect(ref reader, JsonTokenType.StartArray, what);
        Span<long> numbers = stackalloc long[most];
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == most)
            {
                throw new FormatException($"{what} has more than {most} numbers");
            }

            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out numbers[count]) || numbers[count] < 0)
            {
                throw new FormatException($"{what} has an element that is not a whole number from 0 to {long.MaxValue}");
            }

            count++;
        }

        return numbers[..count].ToArray();
    }

    private static string? NextKey(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new FormatException($"{what} is {reader.TokenType}; {type} was expected");
        }
    }
}
