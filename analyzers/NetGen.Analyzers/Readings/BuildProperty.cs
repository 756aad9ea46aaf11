using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Analyzers;

/// <summary>Properties of the project, as far as the package makes them visible to the compiler (<c>build/NetGen.targets</c>).</summary>
internal static class BuildProperty
{
    /// <summary>The text of a property; null where it is empty or not visible.</summary>
    public static string? Of(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    public static bool IsTrue(AnalyzerOptions options, string name) => string.Equals(Of(options, name), "true", StringComparison.OrdinalIgnoreCase);
}
