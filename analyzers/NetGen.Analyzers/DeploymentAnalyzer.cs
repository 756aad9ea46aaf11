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
        if (place.SourceTree is { } tree
            && context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(MemoryBudget.Key, out var text)
            && MemoryBudget.Parse(text) is { } budget
            && review.PredictionBytes is var bytes && bytes > budget)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeploymentDiagnostics.MemoryBudget, place, type.Name, MemoryBudget.Text(bytes), MemoryBudget.Text(review.WeightBytes), MemoryBudget.Text(budget)));
        }

        // Elsewhere than on x64 there is nothing to choose; without a runtime identifier it is that of the machine, which is not known here.
        if (BuildProperty.IsTrue(context.Options, "PublishAot")
            && BuildProperty.Of(context.Options, "IlcInstructionSet") is null
            && BuildProperty.Of(context.Options, "RuntimeIdentifier")?.EndsWith("-x64", StringComparison.Ordinal) != false)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeploymentDiagnostics.InstructionSet, place, type.Name));
        }
    }
}
