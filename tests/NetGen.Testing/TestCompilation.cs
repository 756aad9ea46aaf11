using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>The project of a user, in memory: the framework, the NetGen runtime, and nothing of ours besides.</summary>
public static class TestCompilation
{
    /// <summary>Emitted code must stay within the oldest language version that a user of net9.0 has; documentation is checked too.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    public static ImmutableArray<MetadataReference> References { get; } = FindReferences();

    public static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{index}.cs")),
        References,
        Options);

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Append(Path.Combine(AppContext.BaseDirectory, "NetGen.dll"))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
