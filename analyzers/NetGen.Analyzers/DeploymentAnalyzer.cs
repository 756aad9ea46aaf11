using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>NG6xxx: what a network needs where it runs, and what is not there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeploymentAnalyzer() : CallAnalyzer(
    DeploymentDiagnostics.MemoryBudget,
    DeploymentDiagnostics.LongMethod,
    DeploymentDiagnostics.NoKernel,
    DeploymentDiagnostics.NativeDevice,
    DeploymentDiagnostics.InstructionSet,
    DeploymentDiagnostics.LoopAllocation)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterSymbolAction(AnalyzeNetwork, SymbolKind.NamedType);
        InstructionSetRule.Register(context);
    }

    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene)
    {
        Diagnostic?[] found = [LoopAllocationRule.Find(call, scene), DeviceRules.NoKernel(call, scene), DeviceRules.NativeDevice(call, scene)];
        return found.OfType<Diagnostic>();
    }

    private static void AnalyzeNetwork(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (CompilationReadings.Of(context.Compilation).Network(type, context.CancellationToken) is not { Review: { Shaped.IsValid: true } review } network)
        {
            return;
        }

        var place = network.Declaration.Locations.Of(Compiler.Model.Problem.Class, null);
        if (place.SourceTree is not { } tree
            || !context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(MemoryBudget.Key, out var text)
            || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (MemoryBudget.Parse(text) is not { } budget)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeploymentDiagnostics.MemoryBudget, place, MemoryBudget.Unreadable(text)));
        }
        else if (review.PredictionBytes is var bytes && bytes > budget)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeploymentDiagnostics.MemoryBudget, place, MemoryBudget.Exceeded(type.Name, bytes, review.WeightBytes, budget)));
        }
    }
}
