using System.Globalization;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>
/// A model's metadata out of a file's keys and texts. What NetGen wrote is read strictly: a key that lacks or a text that is not as NetGen writes it means that
/// the file was damaged.
/// </summary>
internal static class MetadataReader
{
    /// <summary>Values quoted in messages are cut here.</summary>
    private const int LongestQuote = 60;

    private static readonly string[] Required = [MetadataText.NetworkKey, MetadataText.FormatKey, MetadataText.VersionKey, MetadataText.SpecHashKey, MetadataText.ArchitectureKey];

    private static readonly string[] Optional = [MetadataText.ClassNamesKey, MetadataText.NormalizationKey, MetadataText.PreprocessingKey];

    /// <param name="path">The file, for messages.</param>
    /// <param name="texts">Its metadata.</param>
    /// <exception cref="InvalidDataException">The metadata are damaged or of a newer format.</exception>
    public static ModelMetadata Read(string path, IReadOnlyDictionary<string, string> texts)
    {
        RequireFormat(path, texts);
        string? architecture = texts.GetValueOrDefault(MetadataText.ArchitectureKey), hash = texts.GetValueOrDefault(MetadataText.SpecHashKey);
        if (architecture is not null && NetworkInfo.Hash(architecture) != hash)
        {
            throw Damaged(path, MetadataText.SpecHashKey, $"is {Quote(hash!)}, which is not the SHA-256 of its '{MetadataText.ArchitectureKey}'");
        }

        var metadata = new ModelMetadata(
            texts.GetValueOrDefault(MetadataText.NetworkKey), texts.GetValueOrDefault(MetadataText.VersionKey), hash, architecture?.Split('\n')[..^1] ?? []);
        if (texts.TryGetValue(MetadataText.ClassNamesKey, out string? names))
        {
            metadata.ClassNames = ReadClassNames(path, names);
        }

        metadata.Normalization = texts.TryGetValue(MetadataText.NormalizationKey, out string? normalization) ? ReadNormalization(path, normalization) : null;
        metadata.Preprocessing = texts.GetValueOrDefault(MetadataText.PreprocessingKey);
        foreach (var (key, text) in texts.Where(entry => !MetadataText.IsReserved(entry.Key)))
        {
            metadata[key] = text;
        }

        return metadata;
    }

    /// <summary>Refuses class names that are not as many as the network has classes.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="found">The file's metadata.</param>
    /// <param name="own">The network's.</param>
    /// <exception cref="InvalidDataException">There are too many or too few.</exception>
    public static void RequireClasses(string path, ModelMetadata found, ModelMetadata own)
    {
        if (found.ClassNames is { } names && own.WhyNotClasses(names.Count) is { } reason)
        {
            throw Damaged(path, MetadataText.ClassNamesKey, $"does not fit: {reason}");
        }
    }

    private static void RequireFormat(string path, IReadOnlyDictionary<string, string> texts)
    {
        // Files before format 1 name the network and nothing else.
        if (!Required.Concat(Optional).Any(key => key != MetadataText.NetworkKey && texts.ContainsKey(key)))
        {
            return;
        }

        string? version = texts.GetValueOrDefault(MetadataText.VersionKey);
        if (texts.TryGetValue(MetadataText.FormatKey, out string? format))
        {
            if (!int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            {
                throw Damaged(path, MetadataText.FormatKey, $"is {Quote(format)}, not a number from 1");
            }

            if (number > MetadataText.Format)
            {
                throw new InvalidDataException(
                    $"'{path}' has metadata of format {number}, written by NetGen {(version is null ? "of an unknown version" : Quote(version))}; this is NetGen {WriterVersion.Text}, which reads formats up to {MetadataText.Format}. Load it with that version or a later one; Load(path, \"*\") takes the weights alone.");
            }
        }

        if (Required.FirstOrDefault(key => !texts.ContainsKey(key)) is { } missing)
        {
            throw Damaged(path, missing, "is missing, though other keys of NetGen are there");
        }
    }

    private static string[] ReadClassNames(string path, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1 });
            if (json.RootElement.ValueKind == JsonValueKind.Array)
            {
                // GetString is an InvalidOperationException for what is no string.
                return [.. json.RootElement.EnumerateArray().Select(name => MetadataText.Require(name.GetString(), "A class name"))];
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            throw Damaged(path, MetadataText.ClassNamesKey, $"is {Quote(text)}, not a JSON array of strings", problem);
        }

        throw Damaged(path, MetadataText.ClassNamesKey, $"is {Quote(text)}, not a JSON array of strings");
    }

    private static Normalization ReadNormalization(string path, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 2 });
            return new Normalization(Numbers(json.RootElement.GetProperty("mean")), Numbers(json.RootElement.GetProperty("standard_deviation")));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw Damaged(path, MetadataText.NormalizationKey, $"is {Quote(text)}, not a JSON object of a finite mean and a standard_deviation above zero, or of equally many of both", problem);
        }
    }

    private static double[] Numbers(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(number => number.GetDouble())] : [element.GetDouble()];

    private static string Quote(string text) => text.Length <= LongestQuote ? $"'{text}'" : $"'{text[..LongestQuote]}…' ({text.Length} characters)";

    private static InvalidDataException Damaged(string path, string key, string reason, Exception? cause = null) =>
        new($"'{path}' has damaged metadata: '{key}' in __metadata__ {reason}. Nothing of it was taken; Load(path, \"*\") takes the weights alone.", cause);
}
