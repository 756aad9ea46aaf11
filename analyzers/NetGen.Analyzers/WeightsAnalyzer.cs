using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Analyzers.Rules;
using NetGen.Compiler.Shapes;
using NetGen.Generator;

namespace NetGen.Analyzers;

/// <summary>NG0014 to NG0016: weights that are to be part of the program and are not there, or are those of another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsAnalyzer() : NetworkAnalyzer(
    WeightsDiagnostics.Missing,
    WeightsDiagnostics.OfAnotherNetwork,
    WeightsDiagnostics.Unreadable)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        var manifests = WeightsManifest.ReadAll(context.Options.AdditionalFiles, context.CancellationToken);
        context.RegisterSymbolAction(symbol => Check(symbol, manifests), SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, IReadOnlyDictionary<string, WeightsManifest> manifests)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attribute = type.GetAttributes().FirstOrDefault(each => KnownTypes.IsWeights(each.AttributeClass));
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not { } syntax
            || CompilationReadings.Of(context.Compilation).Network(type, context.CancellationToken) is not { Spec: { Weights: { } file } spec } network)
        {
            return;
        }

        void Report(DiagnosticDescriptor descriptor, params object[] values) => context.ReportDiagnostic(Diagnostic.Create(descriptor, syntax.GetLocation(), values));
        if (!manifests.TryGetValue(file, out var manifest))
        {
            Report(WeightsDiagnostics.Missing, file, manifests.Count == 0 ? "which has no file of weights" : "which has " + string.Join(", ", manifests.Keys.OrderBy(name => name, StringComparer.Ordinal)));
        }
        else if (manifest.Problem is { } problem)
        {
            Report(WeightsDiagnostics.Unreadable, file, problem);
        }
        else if (network.Review?.Shaped is { IsValid: true } shaped && Architecture.Hash(shaped) != manifest.Hash)
        {
            Report(WeightsDiagnostics.OfAnotherNetwork, file, manifest.Network ?? "a network", spec.Name);
        }
    }
}
