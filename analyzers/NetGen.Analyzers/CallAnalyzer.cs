using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// The frame of a family that also looks at what a program does with its networks: calls, and objects that are made for them. Names are looked at first, so that nothing is bound for the sake of rules where no network is
/// near: a project has many calls, and few of them are ours.
/// </summary>
public abstract class CallAnalyzer(params DiagnosticDescriptor[] descriptors) : NetworkAnalyzer(descriptors)
{
    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal)
    {
        "Fit", "Evaluate", "Step", "Loss", "Gradient", "Predict", "Forward", "ToGpu", "Create", "CreateDefault", "Of", "PerChannel", "From",
    };

    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterSyntaxNodeAction(AnalyzeNode, SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
    }

    /// <summary>What is to be said of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scene">Where it stands.</param>
    internal virtual IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene) => [];

    /// <summary>What is to be said of an object that is made.</summary>
    /// <param name="creation">The expression with <c>new</c>.</param>
    /// <param name="scene">Where it stands.</param>
    internal virtual IEnumerable<Diagnostic> FindInCreation(IObjectCreationOperation creation, CallScene scene) => [];

    private void AnalyzeNode(SyntaxNodeAnalysisContext context)
    {
        if (!IsOfInterest(context.Node) || context.ContainingSymbol is not { } member)
        {
            return;
        }

        var scene = new CallScene(context.Compilation, member, context.Options, context.CancellationToken);
        var found = context.SemanticModel.GetOperation(context.Node, context.CancellationToken) switch
        {
            IInvocationOperation call => FindInCall(call, scene),
            IObjectCreationOperation creation => FindInCreation(creation, scene),
            _ => [],
        };
        foreach (var diagnostic in found)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>A method of one of the names that rules know; an object that is given something.</summary>
    private static bool IsOfInterest(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => ReferencePathRule.Name(call) is SimpleNameSyntax name && s_methods.Contains(name.Identifier.ValueText),
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList is { Arguments.Count: > 0 } || creation.Initializer is not null,
        _ => false,
    };
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
}
