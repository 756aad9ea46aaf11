using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>NG0010: <c>Forward</c> of a network called from a class that is neither a network nor a part of one: that runs the plain reference, layer by layer, and not what was compiled.</summary>
internal static class ReferencePathRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (call is not { TargetMethod: { Name: "Forward", IsStatic: false }, Instance: { } instance } || instance is IInstanceReferenceOperation || scene.Network(instance.Type) is not { } network)
        {
            return null;
        }

        // A network calls the Forward of its parts.
        var readings = CompilationReadings.Of(scene.Compilation);
        for (var type = scene.Member as INamedTypeSymbol ?? scene.Member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (readings.Network(type, scene.Cancellation) is not null || readings.Block(type, scene.Cancellation) is not null)
            {
                return null;
            }
        }

        return Diagnostic.Create(GraphDiagnostics.ReferencePath, Name(call.Syntax).GetLocation(), network.Type.Name);
    }

    /// <summary>The name of the method that a call names.</summary>
    public static SyntaxNode Name(SyntaxNode call) => (call as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        IdentifierNameSyntax name => name,
        _ => call,
    };
}
