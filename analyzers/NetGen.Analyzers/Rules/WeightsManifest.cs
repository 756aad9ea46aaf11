using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Compiler;

namespace NetGen.Analyzers.Rules;

/// <summary>What the build says of a file of compiled weights.</summary>
/// <param name="Network">The name of the network that wrote it.</param>
/// <param name="Hash">The hash of its architecture.</param>
/// <param name="Problem">Why the file cannot be used, as a clause; null if it can.</param>
internal sealed record WeightsManifest(string? Network, string? Hash, string? Problem)
{
    /// <summary>All manifests of a project by the names of their files.</summary>
    public static IReadOnlyDictionary<string, WeightsManifest> ReadAll(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var manifests = new Dictionary<string, WeightsManifest>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.EndsWith(CompiledFormat.ManifestExtension, StringComparison.OrdinalIgnoreCase)))
        {
            var lines = (file.GetText(cancellation)?.Lines.Select(line => line.ToString()) ?? []).ToList();
            if (Value(lines, "file") is { } name)
            {
                manifests[name] = new WeightsManifest(Value(lines, "network"), Value(lines, "hash"), ProblemOf(lines));
            }
        }

        return manifests;
    }

    private static string? ProblemOf(List<string> lines) => Value(lines, "damaged") is { } reason ? reason
        : Value(lines, "format") is var format && format != CompiledFormat.Version.ToString(CultureInfo.InvariantCulture)
            ? $"its format is {format ?? "unknown"}, and that of this NetGen is {CompiledFormat.Version.ToString(CultureInfo.InvariantCulture)}"
            : null;

    private static string? Value(List<string> lines, string key) =>
        lines.Find(line => line.StartsWith(key + " ", StringComparison.Ordinal))?.Substring(key.Length + 1);
}
