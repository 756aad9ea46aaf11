using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Analyzers;

/// <summary>NG6005: a native executable for x64 that does not say for which processors it is compiled. A setting of the project, and hence told once, at the first of its networks.</summary>
internal static class InstructionSetRule
{
    public static void Register(CompilationStartAnalysisContext context)
    {
        if (!Concerns(context.Options))
        {
            return;
        }

        var networks = new ConcurrentBag<(Location Place, string Name)>();
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is INamedTypeSymbol type && CompilationReadings.Of(symbol.Compilation).Network(type, symbol.CancellationToken) is { Review.Shaped.IsValid: true } network)
                {
                    networks.Add((network.Declaration.Locations.Of(Compiler.Model.Problem.Class, null), type.Name));
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, name) in networks.OrderBy(network => network.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(network => network.Place.SourceSpan.Start).Take(1))
            {
                end.ReportDiagnostic(Diagnostic.Create(DeploymentDiagnostics.InstructionSet, place, name));
            }
        });
    }

    /// <summary>Elsewhere than on x64 there is nothing to choose. Without a runtime identifier it is that of the machine, which the SDK knows.</summary>
    private static bool Concerns(AnalyzerOptions options) =>
        BuildProperty.IsTrue(options, "PublishAot")
        && BuildProperty.Of(options, "IlcInstructionSet") is null
        && (BuildProperty.Of(options, "RuntimeIdentifier") ?? BuildProperty.Of(options, "NETCoreSdkRuntimeIdentifier"))?.EndsWith("-x64", StringComparison.Ordinal) != false;
}
