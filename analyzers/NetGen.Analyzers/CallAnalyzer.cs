using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>The frame of a family that also looks at what a program does with its networks: calls, and objects that are made for them.</summary>
public abstract class CallAnalyzer(params DiagnosticDescriptor[] descriptors) : NetworkAnalyzer(descriptors)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterOperationAction(AnalyzeOperation, OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    /// <summary>What is to be said of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scene">Where it stands.</param>
    internal virtual IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene) => [];

    /// <summary>What is to be said of an object that is made.</summary>
    /// <param name="creation">The expression with <c>new</c>.</param>
    /// <param name="scene">Where it stands.</param>
    internal virtual IEnumerable<Diagnostic> FindInCreation(IObjectCreationOperation creation, CallScene scene) => [];

    private void AnalyzeOperation(OperationAnalysisContext context)
    {
        var scene = new CallScene(context.Compilation, context.ContainingSymbol, context.Options, context.CancellationToken);
        var found = context.Operation is IInvocationOperation call ? FindInCall(call, scene) : FindInCreation((IObjectCreationOperation)context.Operation, scene);
        foreach (var diagnostic in found)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}

/// <summary>Where a call stands.</summary>
/// <param name="Compilation">The project.</param>
/// <param name="Member">The member that it stands in.</param>
/// <param name="Options">What the project and <c>.editorconfig</c> say.</param>
/// <param name="Cancellation">Ends the analysis.</param>
internal sealed record CallScene(Compilation Compilation, ISymbol Member, AnalyzerOptions Options, CancellationToken Cancellation)
{
    /// <summary>The network that a class of this project is, if its declaration is what was meant.</summary>
    public NetworkReading? Network(ITypeSymbol? type) =>
        type is INamedTypeSymbol named
            && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, Compilation.Assembly)
            && CompilationReadings.Of(Compilation).Network(named, Cancellation) is { Review: not null } network
            ? network
            : null;

    /// <summary>What the project says about one of the properties that the package makes visible.</summary>
    public string? Property(string name) => BuildProperty.Of(Options, name);
}
