using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetGen.Compiler.Review;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>
/// What was read in one compilation: all analyzers, and all calls of a network, share one reading of each class and one review of each network. The table is weak, and its values live no longer than their compilation.
/// </summary>
internal sealed class CompilationReadings
{
    private static readonly ConditionalWeakTable<Compilation, CompilationReadings> All = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, Class> _classes = new(SymbolEqualityComparer.Default);

    public static CompilationReadings Of(Compilation compilation) => All.GetValue(compilation, static _ => new CompilationReadings());

    /// <summary>The network that a class of this compilation is, or null.</summary>
    public NetworkReading? Network(INamedTypeSymbol type, CancellationToken cancellation) => Read(type, cancellation).Network;

    /// <summary>The block that a class of this compilation is, or null.</summary>
    public BlockDeclaration? Block(INamedTypeSymbol type, CancellationToken cancellation) => Read(type, cancellation).Block;

    private Class Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // Whoever comes second waits. A reading that was cancelled is none.
        var known = _classes.GetOrAdd(type, static _ => new Class());
        lock (known)
        {
            if (!known.IsRead)
            {
                known.Network = Network(DeclarationReader.Read(type, cancellation), type);
                known.Block = known.Network is null ? BlockReader.Read(type, cancellation) : null;
                known.IsRead = true;
            }
        }

        return known;
    }

    private static NetworkReading? Network(Declaration? declaration, INamedTypeSymbol type) =>
        declaration is null ? null : new NetworkReading(type, declaration, declaration.IsAnalyzable ? NetworkReview.Of(declaration.Spec) : null);

    private sealed class Class
    {
        public bool IsRead { get; set; }

        public NetworkReading? Network { get; set; }

        public BlockDeclaration? Block { get; set; }
    }
}
