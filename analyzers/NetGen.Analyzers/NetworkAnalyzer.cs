using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Generator;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>
/// The frame of every rule family: reads each network as the generator does, asks the family for its problems and draws them at the
/// argument. The reading is shared by all families of a compilation; analyzers themselves keep nothing.
/// </summary>
public abstract class NetworkAnalyzer(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says which layer, as an attribute is written, cures it where it stands before.</summary>
    public const string Cure = nameof(Cure);

    /// <summary>The property of a diagnostic that says what to write in the place of what it underlines.</summary>
    public const string Instead = nameof(Instead);

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
    protected virtual IEnumerable<Problem> Find(NetworkReading network) => network.Review?.Problems ?? [];

    /// <summary>What this family has to say about one block by itself, whatever its holes are.</summary>
    protected virtual IEnumerable<Problem> Find(BlockDeclaration declaration) => [];

    /// <summary>Draws a problem, if it is one of this family.</summary>
    protected void Report(Action<Diagnostic> report, Problem problem, Func<Problem, Location> place)
    {
        if (SupportedDiagnostics.FirstOrDefault(descriptor => descriptor.Id == problem.Id) is { } descriptor)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(Cure, problem.Cure).Add(Instead, problem.Instead);
            report(Diagnostic.Create(descriptor, place(problem), properties, problem.Values.Select(object (value) => value).ToArray()));
        }
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var readings = CompilationReadings.Of(context.Compilation);
        if (readings.Network(type, context.CancellationToken) is { } network)
        {
            foreach (var problem in Find(network))
            {
                Report(context.ReportDiagnostic, problem, network.Declaration.Locations.Of);
            }
        }
        else if (readings.Block(type, context.CancellationToken) is { } block)
        {
            foreach (var problem in Find(block))
            {
                Report(context.ReportDiagnostic, problem, block.Locations.Of);
            }
        }
    }
}
