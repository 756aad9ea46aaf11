using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Generator;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>
/// The frame of every rule family: reads each network as the generator does, asks the family for its problems and draws them at the
/// argument. Nothing is kept from one class to the next: a cache would root whole compilations.
/// </summary>
public abstract class NetworkAnalyzer(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. descriptors];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A project that does not reference the runtime pays for one look-up and nothing else.
            if (!start.Compilation.GetTypesByMetadataName(KnownTypes.NetworkAttribute).IsEmpty)
            {
                Register(start);
            }
        });
    }

    /// <summary>A family that looks at more than whole networks adds its actions here.</summary>
    protected virtual void Register(CompilationStartAnalysisContext context) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    /// <summary>What this family has to say about one network; ids of other families are ignored.</summary>
    protected abstract IEnumerable<Problem> Find(Declaration declaration);

    private void Analyze(SymbolAnalysisContext context)
    {
        if (DeclarationReader.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        foreach (var problem in Find(declaration))
        {
            if (SupportedDiagnostics.FirstOrDefault(descriptor => descriptor.Id == problem.Id) is { } descriptor)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    descriptor,
                    declaration.Locations.Of(problem),
                    problem.Values.Select(object (value) => value).ToArray()));
            }
        }
    }
}
