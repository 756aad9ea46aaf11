using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Shapes;
using NetGen.Generator;

namespace NetGen.Analyzers;

/// <summary>
/// NG3008: a call of <c>Fit</c> whose options, written out in the call, have <c>BatchSize = 1</c>, on a network that takes no batch of one. Only what is certain is told: options that come from
/// elsewhere, and the last batch of a set, whose size is known to the program alone, are left to the check that <c>Fit</c> makes before its first step.
/// </summary>
internal static class BatchOfOneRule
{
    public static Diagnostic? Find(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name != "Fit"
            || !TrainingCall.Is(call)
            || BatchSize(call) is not { Value: var size, Place: var place }
            || TrainingCall.Network(call, compilation, cancellation) is not { } network)
        {
            return null;
        }

        var smallest = ShapeFold.Run(network.Declaration.Spec).SmallestBatch;
        return size >= 1 && size < smallest ? Diagnostic.Create(TrainingDiagnostics.BatchOfOne, place.GetLocation(), network.Type.Name, smallest, call.TargetMethod.Name) : null;
    }

    /// <summary>The size of the batches, if the call itself says it, and where.</summary>
    private static (int Value, SyntaxNode Place)? BatchSize(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            var options = TrainingCall.Unwrapped(argument.Value);
            var initializer = KnownTypes.IsFitOptions(options.Type)
                ? options switch { IObjectCreationOperation creation => creation.Initializer, IWithOperation copy => copy.Initializer, _ => null }
                : null;
            foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            {
                if (assignment is { Target: IPropertyReferenceOperation { Property.Name: "BatchSize" }, Value.ConstantValue: { HasValue: true, Value: int size } })
                {
                    return (size, ((AssignmentExpressionSyntax)assignment.Syntax).Right);
                }
            }
        }

        return null;
    }
}
