using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>A model's metadata as keys and texts, always in the same order.</summary>
internal static class MetadataWriter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What every file says, also one without a network's description.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Plain(string network) =>
        [new(MetadataText.TensorFormatKey, "pt"), new(MetadataText.NetworkKey, network)];

    public static IEnumerable<KeyValuePair<string, string>> Write(NetworkInfo info, ModelMetadata metadata)
    {
        var texts = new List<KeyValuePair<string, string>>(Plain(info.Name))
        {
            new(MetadataText.FormatKey, FormattableString.Invariant($"{MetadataText.Format}")),
            new(MetadataText.VersionKey, WriterVersion.Text),
            new(MetadataText.SpecHashKey, info.SpecHash),
            new(MetadataText.ArchitectureKey, info.ArchitectureText),
        };
        if (metadata.ClassNames is { } names)
        {
            texts.Add(new(MetadataText.ClassNamesKey, Text(json => Write(json, names))));
        }

        if (metadata.Normalization is { } normalization)
        {
            texts.Add(new(MetadataText.NormalizationKey, Text(json => Write(json, normalization))));
        }

        if (metadata.Preprocessing is { } preprocessing)
        {
            texts.Add(new(MetadataText.PreprocessingKey, preprocessing));
        }

        return [.. texts, .. metadata.Entries];
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray();
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Normalization normalization)
    {
        json.WriteStartObject();
        Write(json, "mean", normalization.Means);
        Write(json, "standard_deviation", normalization.StandardDeviations);
        json.WriteEndObject();
    }

    /// <summary>One number, or an array of one per channel.</summary>
    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 1)
        {
            json.WriteNumber(name, numbers[0]);
            return;
        }

        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
