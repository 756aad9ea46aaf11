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

    /// <summary>What this family has to say about one block by itself, whatever its holes are.</summary>
    protected virtual IEnumerable<Problem> Find(BlockDeclaration declaration) => [];

    /// <summary>Draws a problem, if it is one of this family.</summary>
    protected void Report(Action<Diagnostic> report, Problem problem, Location location)
    {
        if (SupportedDiagnostics.FirstOrDefault(descriptor => descriptor.Id == problem.Id) is { } descriptor)
        {
            report(Diagnostic.Create(descriptor, location, problem.Values.Select(object (value) => value).ToArray()));
        }
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DeclarationReader.Read(type, context.CancellationToken) is { } network)
        {
            foreach (var problem in Find(network))
            {
                Report(context.ReportDiagnostic, problem, network.Locations.Of(problem));
            }
        }
        else if (BlockReader.Read(type, context.CancellationToken) is { } block)
        {
            foreach (var problem in Find(block))
            {
                Report(context.ReportDiagnostic, problem, block.Locations.Of(problem));
            }
        }
    }
}
