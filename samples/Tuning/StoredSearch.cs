using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tuning;

/// <summary>The record of a search as it is stored.</summary>
/// <param name="Version">The version of this format; others are refused.</param>
/// <param name="Identity">What makes two searches the same one.</param>
/// <param name="Results">By rung, then by trial.</param>
internal sealed record StoredSearch(int Version, SortedDictionary<string, string> Identity, IReadOnlyList<RungResult> Results)
{
    public const int CurrentVersion = 1;

    /// <summary>Replaces a record as a whole: whoever reads it, or finds the machine after a power failure, sees the old one or the new one.</summary>
    /// <exception cref="IOException">It cannot be written; the old one is still there.</exception>
    public static void Write(string path, StoredSearch search)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, search, StoredSearchJson.Default.StoredSearch);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <exception cref="InvalidDataException">The file is no such record.</exception>
    public static StoredSearch Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var search = JsonSerializer.Deserialize(stream, StoredSearchJson.Default.StoredSearch) ?? throw new JsonException("It is null.");
            return search.Version == CurrentVersion
                ? search
                : throw new InvalidDataException($"'{path}' has the version {search.Version}; this program reads version {CurrentVersion}. Choose another --folder, or delete this one.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"'{path}' cannot be read as the record of a search: {problem.Message} Delete its folder to start anew.", problem);
        }
    }
}

/// <summary>Numbers are written so that they are read back bit for bit; those of a failure are NaN.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredSearch))]
internal sealed partial class StoredSearchJson : JsonSerializerContext;
